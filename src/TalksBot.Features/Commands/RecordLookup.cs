using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Storage;

namespace TalksBot.Features.Commands;

/// <summary>Finds the records a command names, or the reply that says why not and what may have been meant.</summary>
internal sealed class RecordLookup(TalksDb db, RecordParts parts)
{
    /// <summary>The parameters that name updates; one may name several.</summary>
    private static readonly string[] NamingUpdates = ["update", "other", "disputes", "subject"];

    private static readonly char[] Separators = [',', ';', ' '];

    /// <summary>The talks that the parameter <c>talks</c> names, with their head and the updates that the command names.</summary>
    public async Task<Found<Negotiation>> TalksAsync(CommandCall call, CancellationToken token)
    {
        var slug = call["talks"].ToLowerInvariant();
        var talks = await db.Negotiations.Head().SingleOrDefaultAsync(known => known.Slug == slug, token);
        if (talks is null)
        {
            return await UnknownTalksAsync(call, slug, token);
        }

        await NamedAsync(call, talks, token);
        return talks;
    }

    /// <summary>The same of the talks named, else the only ones followed in the caller's channel, else the only ones there are.</summary>
    public async Task<Found<Negotiation>> TalksOrHereAsync(CommandCall call, CancellationToken token)
    {
        if (call.Find("talks") is not null)
        {
            return await TalksAsync(call, token);
        }

        var open = db.Negotiations.Where(talks => talks.Status != TalksStatus.Closed);
        var here = open.Where(talks => talks.Follows.Any(follow => follow.Channel == call.Caller.Channel && follow.RemovedAt == null));
        var slugs = await here.Select(talks => talks.Slug).Take(2).ToListAsync(token);
        if (slugs.Count == 0)
        {
            slugs = await open.Select(talks => talks.Slug).Take(2).ToListAsync(token);
        }

        return slugs.Count switch
        {
            0 => Reply.Refuse("No talks are open; begin with /talks open."),
            1 => await db.Negotiations.Head().SingleAsync(talks => talks.Slug == slugs[0], token),
            _ => Reply.Refuse("Several talks are open; name the ones you mean.", await ChoicesAsync(call, token)),
        };
    }

    /// <summary>The deadline that the parameter <c>deadline</c> names.</summary>
    public static Found<Deadline> Deadline(CommandCall call, Negotiation talks) => Deadline(call["deadline"], talks);

    /// <summary>The deadline with this number.</summary>
    public static Found<Deadline> Deadline(string number, Negotiation talks) =>
        Numbered(number, 'D', "deadline", talks.Deadlines, deadline => deadline.Number, deadline => deadline.Name);

    /// <summary>The session that the parameter <c>session</c> names.</summary>
    public static Found<Session> Session(CommandCall call, Negotiation talks) =>
        Numbered(call["session"], 'S', "session", talks.Sessions, session => session.Number, session => session.Name);

    /// <summary>The sticking point that the parameter <c>point</c> names.</summary>
    public static Found<StickingPoint> Point(CommandCall call, Negotiation talks) =>
        Numbered(call["point"], 'P', "sticking point", talks.Points, point => point.Number, point => point.Name);

    /// <summary>The update with this number.</summary>
    public static Found<Update> Update(string number, Negotiation talks) =>
        Numbered(number, '#', "update", talks.Updates, update => update.Number, update => update.Name);

    private async Task NamedAsync(CommandCall call, Negotiation talks, CancellationToken token)
    {
        var numbers = NamingUpdates
            .SelectMany(parameter => (call.Find(parameter) ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries))
            .Select(typed => SubjectNumber.TryRead('#', typed, out var number) ? number : 0)
            .Where(number => number > 0)
            .ToHashSet();
        if (numbers.Count > 0)
        {
            await parts.UpdatesAsync(talks, numbers, token);
        }
    }

    private static Found<T> Numbered<T>(
        string typed, char mark, string what, IReadOnlyList<T> known, Func<T, int> number, Func<T, string> name)
        where T : class
    {
        var found = SubjectNumber.TryRead(mark, typed, out var wanted) ? known.FirstOrDefault(item => number(item) == wanted) : null;
        if (found is not null)
        {
            return found;
        }

        return known.Count == 0
            ? Reply.Refuse($"These talks have no {what} yet; add one first.")
            : Reply.Refuse($"These talks have no such {what}; there {(known.Count == 1 ? "is" : "are")} {name(known[0])}{(known.Count == 1 ? "" : $" to {name(known[^1])}")}.");
    }

    private async Task<Reply> UnknownTalksAsync(CommandCall call, string slug, CancellationToken token)
    {
        var slugs = await db.Negotiations.Select(talks => talks.Slug).ToListAsync(token);
        if (slugs.Count == 0)
        {
            return Reply.Refuse("No talks are followed yet; begin with /talks open.");
        }

        return NearMiss.Of(slug, slugs) is { } meant
            ? Reply.Refuse($"No talks have that name; did you mean {meant}?", [Choice(call, meant)])
            : Reply.Refuse("No talks have that name; /talks list shows those there are.");
    }

    private async Task<IReadOnlyList<PostButton>> ChoicesAsync(CommandCall call, CancellationToken token)
    {
        var slugs = await db.Negotiations.Where(talks => talks.Status != TalksStatus.Closed)
            .OrderBy(talks => talks.Slug).Select(talks => talks.Slug).Take(5).ToListAsync(token);
        return [.. slugs.Select(slug => Choice(call, slug))];
    }

    private static PostButton Choice(CommandCall call, string slug) => new(slug, call.Retyped("talks", slug));
}

/// <summary>What was looked for, or the reply that refuses the command.</summary>
internal sealed class Found<T>
    where T : class
{
    private readonly T? _value;
    private readonly Reply? _refusal;

    private Found(T? value, Reply? refusal)
    {
        _value = value;
        _refusal = refusal;
    }

    /// <summary>True when it was found.</summary>
    public bool Is([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Reply? refusal)
    {
        value = _value;
        refusal = _refusal;
        return value is not null;
    }

    /// <summary>Found.</summary>
    public static implicit operator Found<T>(T value) => new(value, refusal: null);

    /// <summary>Refused.</summary>
    public static implicit operator Found<T>(Reply refusal) => new(value: null, refusal);
}

/// <summary>Talks since some moment.</summary>
/// <param name="Talks">The heads of those that changed last, and some in which nothing happened, by slug.</param>
/// <param name="Others">How many more changed.</param>
internal sealed record StirredTalks(IReadOnlyList<Negotiation> Talks, int Others)
{
    /// <summary>The most of each that are read.</summary>
    public const int Most = 20;
}
