using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;

namespace TalksBot.Core.Chronicles;

/// <summary>
/// Talks in order of time, to be handed out: only what may be shown, and nothing that was taken back. Nothing in it depends on the moment
/// of reading. Free of any format.
/// </summary>
/// <param name="Slug">Their name in commands.</param>
/// <param name="Title">Their name in print.</param>
/// <param name="Standing">Where they stand, with the outcome where there is one.</param>
/// <param name="WrittenAt">The moment of writing.</param>
/// <param name="Rows">What happened and is to happen, in order of time.</param>
public sealed record Chronology(string Slug, string Title, string Standing, Instant WrittenAt, IReadOnlyList<ChronologyRow> Rows)
{
    /// <summary>The chronology of talks. Updates stand in the words that hold, each correction at its own time beside them.</summary>
    public static Chronology Of(Negotiation talks, Instant now) => new(
        talks.Slug,
        talks.Title,
        talks.Status.Words() + Typography.Dash(talks.Outcome?.Line ?? ""),
        now,
        [.. ChronologyRows.Turns(talks, now).Concat(talks.Published.SelectMany(update => ChronologyRows.Said(talks, update)))
            .Concat(talks.Updates.Where(update => update is { CameOut: true, Killing: not null }).SelectMany(update => ChronologyRows.Killed(talks, update)))
            .Concat(talks.Sessions.Select(session => ChronologyRows.Session(talks, session)))
            .Concat(talks.Deadlines.Select(deadline => ChronologyRows.Deadline(talks, deadline)))
            .OrderBy(row => row.At)]);
}
