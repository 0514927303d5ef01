using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Commands;
using TalksBot.Core.Finding;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Features.Commands;
using TalksBot.Storage;
using TalksBot.Storage.Searching;

namespace TalksBot.Features.Reading;

/// <summary>Finds what has some words, in the talks that are followed here or in all of them. What may not be shown is not looked at.</summary>
internal sealed class FindWords(RecordLookup find, TalksDb db, RecordParts parts, IRecordSearch search, IClock clock) : IDeclaredCommand
{
    private const string All = "all";

    private static readonly ParameterSpec Words = new("words", ParameterKind.Text, "the words; each is found as it is and as the beginning of a longer one") { Required = true };

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "find",
        "find updates, deadlines, sessions, sticking points and talks by their words, the most relevant first",
        Role.Reader,
        [Parameters.TalksOrHere with { Summary = "the talks, or all; those that this channel follows when left out, else all" }, Words, ListPage.Parameter])
    {
        Example = "/talks find luxury cars",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!(await WhereAsync(call, token)).Is(out var place, out var refusal)
            || !ListPage.Read(place.Call).Is(out var page, out refusal)
            || !ArgumentReader.Words(place.Call, (Words.Name, UserText.LineLimit)).Is(out var typed, out refusal))
        {
            return refusal;
        }

        var words = typed[Words.Name];
        if (!words.EnumerateRunes().Any(Rune.IsLetterOrDigit))
        {
            return Reply.Refuse($"“{Echo.Of(words)}” has no letter and no digit to look for; write a word.");
        }

        var found = await search.FindAsync(words, place.Talks?.Id, page.Skipped, ListPage.Size, token);
        var shown = new Page<Hit>(await HitsAsync(found.Rows, token), page.Skipped, found.Total);
        var post = FindWording.Write(words, place.Talks?.Title, shown, clock.GetCurrentInstant());
        return page.Show(place.Call, shown, place.Talks is null ? post : post with { Buttons = [new PostButton("All talks", place.Call.Retyped(("talks", All), (ListPage.Parameter.Name, "1")))] });
    }

    /// <summary>Which talks are looked through, and the command as it is to be read: the first word may be no name of talks.</summary>
    private async Task<Found<Place>> WhereAsync(CommandCall call, CancellationToken token)
    {
        if (call.Find("talks") is not { } typed || typed.Equals(All, StringComparison.OrdinalIgnoreCase))
        {
            return new Place(Everywhere(call), Talks: null);
        }

        if ((await find.TalksAsync(call, token)).Is(out var talks, out var refusal))
        {
            return new Place(call, talks);
        }

        // A word that is nearly a name is asked about; any other is the first of those looked for.
        return call.WithoutTalks is { } other && refusal.Body.Buttons.Count == 0 ? new Place(Everywhere(other), Talks: null) : refusal;
    }

    /// <summary>The other pages must look everywhere too, whatever channel they are asked for in.</summary>
    private static CommandCall Everywhere(CommandCall call) =>
        call with { Values = new Dictionary<string, string>(call.Values, StringComparer.Ordinal) { ["talks"] = All } };

    private async Task<IReadOnlyList<Hit>> HitsAsync(IReadOnlyList<FoundRow> rows, CancellationToken token)
    {
        var ids = rows.Select(row => row.Talks).ToHashSet();
        var heads = await db.Negotiations.Where(talks => ids.Contains(talks.Id)).Head().ToDictionaryAsync(talks => talks.Id, token);
        foreach (var group in rows.Where(row => row.Kind is RecordKind.Update).GroupBy(row => row.Talks))
        {
            await parts.RowsAsync(heads[group.Key], [.. group.Select(row => row.Id)], token);
        }

        return [.. rows.Where(row => heads.ContainsKey(row.Talks)).SelectMany(row => Hits(heads[row.Talks], row))];
    }

    /// <summary>The record found; nothing where it was taken back or killed since it was.</summary>
    private static IEnumerable<Hit> Hits(Negotiation talks, FoundRow row) => row.Kind switch
    {
        RecordKind.Talks => [new Hit.Whole(talks)],
        RecordKind.Deadline => talks.Deadlines.Where(known => known.Id == row.Id).Select(known => new Hit.Limit(talks, known)),
        RecordKind.Session => talks.Sessions.Where(known => known.Id == row.Id).Select(known => new Hit.Meeting(talks, known)),
        RecordKind.Update => talks.Updates.Where(known => known.Id == row.Id && known.IsPublic).Select(known => new Hit.Said(talks, known)),
        RecordKind.Point => talks.Points.Where(known => known.Id == row.Id).Select(known => new Hit.Difference(talks, known)),
        _ => throw new UnreachableException(),
    };

    /// <summary>Where to look.</summary>
    /// <param name="Call">The command.</param>
    /// <param name="Talks">The talks; null for all.</param>
    private sealed record Place(CommandCall Call, Negotiation? Talks);
}
