using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Chronicles;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Features.Commands;
using TalksBot.Features.Digests;
using TalksBot.Features.Transactions;
using TalksBot.Storage;

namespace TalksBot.Features.Reading;

/// <summary>The handover: tells what changed while somebody was away, and remembers that they were told.</summary>
internal sealed class TellSince(RecordLookup find, RecordParts parts, TalksHere here, Handovers handovers, IClock clock) : IDeclaredCommand
{
    private static readonly string[] Lasts = ["last", "last time", "since last", "last handover"];

    private static readonly string[] Usual = ["6h", "12h", "24h"];

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "since",
        "tell what changed while you were away",
        Role.Reader,
        [
            new("span", ParameterKind.Span, "how long you were away, or since when: 6h, 2d, 18:00, monday, yesterday; since your last handover, or this channel's last digest, when left out, or \"last\""),
            new("talks", ParameterKind.Talks, "the talks; all those followed here when left out, else all that are open"),
            ListPage.Parameter,
        ])
    {
        Job = "Catch up",
        Example = "/talks since yesterday",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        var own = await here.ClockAsync(call.Caller.Channel, token);
        if (!(await FromAsync(call, own, now, token)).Is(out var window, out var refusal)
            || !(await TalksAsync(call, window.Start, token)).Is(out var talks, out refusal)
            || !ListPage.Read(call).Is(out var page, out refusal))
        {
            return refusal;
        }

        if (talks.Talks.Count == 0)
        {
            return Reply.Refuse("No talks are open; begin with /talks open.");
        }

        var news = new List<TalksNews>();
        foreach (var known in talks.Talks)
        {
            var most = Math.Max(DigestParts.MostUpdates, page.Skipped + ListPage.Size);
            var leftOut = known.ChangedAt > window.Start ? await parts.NewsAsync(known, window.Start, now, most, token) : 0;
            news.Add(new TalksNews(known, Chronicle.Between(known, window.Start, now)) { LeftOut = leftOut });
        }

        var (handover, shown) = SinceWording.Write(news, page.Skipped, ListPage.Size, window.Start, now, own, talks.Others);
        await handovers.ToldAsync(call.Caller.Person, now, token);

        // "last" begins anew once it was told, so the other pages name the moment that this one began with.
        return page.Show(call, shown, handover, (known, number) => Onward(known, window.Start, number));
    }

    private static string Onward(CommandCall call, Instant from, string page)
    {
        call.Understand("span", TimeWording.Iso(from));
        call.Understand(ListPage.Parameter.Name, page);
        return call.Line;
    }

    private async Task<Found<Away>> FromAsync(CommandCall call, WallClock own, Instant now, CancellationToken token)
    {
        if (call.Find("span") is { } typed && !Lasts.Contains(typed.Trim(), StringComparer.OrdinalIgnoreCase))
        {
            return SincePhrase.Read(typed, new TimeContext(now, own.Zone, [own], TimeTense.Past).By(call)) switch
            {
                TimeReading.Understood since => new Away(since.Time.ToInstant()),
                TimeReading.Refused { Readings.Count: 0 } => Reply.Refuse(
                    $"“{Echo.Of(typed)}” is no length of time up to 366 days and no time that has been; write it like 6h, 90m, yesterday or 18:00, or leave it out for all since your last handover."),
                TimeReading.Refused refused => Reply.Refuse(
                    refused.Why, [.. refused.Readings.Select(reading => new PostButton(TimeWording.Full(reading.Time), call.Retyped("span", reading.Typed)))]),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }

        return (await handovers.LastAsync(call.Caller.Person, token) ?? await here.DigestedUntilAsync(call.Caller.Channel, token)) is { } told
            ? new Away(told)
            : Reply.Refuse(
                "This is your first handover, so there is no last one to begin from; say how long you were away.",
                [.. Usual.Select(usual => new PostButton(usual, call.Retyped("span", usual)))]);
    }

    /// <summary>A time away.</summary>
    private sealed record Away(Instant Start);

    private async Task<Found<StirredTalks>> TalksAsync(CommandCall call, Instant from, CancellationToken token)
    {
        if (call.Find("talks") is not null)
        {
            return (await find.TalksAsync(call, token)).Is(out var talks, out var refusal) ? new StirredTalks([talks], Others: 0) : refusal;
        }

        return await here.StirredAsync(call.Caller.Channel, from, token);
    }
}

/// <summary>Remembers until when everybody was told what had changed.</summary>
internal sealed class Handovers(TalksDb db, UnitOfWork turns)
{
    /// <summary>Until when this person was told; null when they never asked.</summary>
    public async Task<Instant?> LastAsync(string person, CancellationToken token) =>
        (await db.Handovers.AsNoTracking().SingleOrDefaultAsync(handover => handover.Person == person, token))?.At;

    /// <summary>This person was told everything until then. A command that only reads has no transaction, so this takes one of its own.</summary>
    public async Task ToldAsync(string person, Instant until, CancellationToken token)
    {
        await using var turn = await turns.BeginAsync(token);
        if (await db.Handovers.SingleOrDefaultAsync(handover => handover.Person == person, token) is { } known)
        {
            known.Told(until);
        }
        else
        {
            db.Handovers.Add(new Handover(person, until));
        }

        await turn.CommitAsync(token);
    }
}
