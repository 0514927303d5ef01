using System.Globalization;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Text;
using TalksBot.Core.Times;

namespace TalksBot.Core.Chronicles;

/// <summary>One thing that happened or is to happen. Its texts are plain: whoever writes them into a format escapes them.</summary>
/// <param name="At">When, at the time it belongs to.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="Subject">What it is about: <c>D1</c>, <c>S4</c>, <c>#3</c>, <c>P2</c>, or empty for the talks as a whole.</param>
/// <param name="Text">What happened, or what was said.</param>
public sealed record ChronologyRow(Instant At, ChronologyKind Kind, string Subject, string Text)
{
    /// <summary>Its name within the talks, the same in every chronology of them: letters, digits and hyphens.</summary>
    public required string Key { get; init; }

    /// <summary>When the desk last wrote it down.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>How often the desk has changed it since it was first written down: it never falls.</summary>
    public int Sequence { get; init; }

    /// <summary>It will not take place, or does not hold: a deadline withdrawn, a session cancelled, an update killed.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>It tells nothing new, and only takes the place of what an earlier file said under the same key.</summary>
    public bool OnlyReplaces { get; init; }

    /// <summary>Where it takes place; empty where that is unknown.</summary>
    public string Place { get; init; } = "";

    /// <summary>When it ends or ended; null where that is unknown or nothing lasts.</summary>
    public Instant? EndsAt { get; init; }

    /// <summary>Who said it, as it may be printed; empty for the desk's own words.</summary>
    public string Attribution { get; init; } = "";

    /// <summary>How well it is sourced; null for the desk's own words.</summary>
    public Sourcing? Tier { get; init; }

    /// <summary>The code of the party it speaks for; empty for none.</summary>
    public string Side { get; init; } = "";

    /// <summary>Where it was said, on the web; null where no address is known.</summary>
    public Uri? Link { get; init; }

    /// <summary>The update that it puts right; empty for anything but a correction.</summary>
    public string CorrectionOf { get; init; } = "";

    /// <summary>What must be known beside it: that it was corrected, what it differs from, what was wrong before; often empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>The clocks to show it on, in order.</summary>
    public IReadOnlyList<WallClock> Clocks { get; init; } = [];
}

/// <summary>What deadlines and sessions are called within their talks, in every file that is handed out.</summary>
public static class ChronologyKeys
{
    /// <summary>As in <c>deadline-1</c>.</summary>
    public static string Of(Deadline deadline) => string.Create(CultureInfo.InvariantCulture, $"deadline-{deadline.Number}");

    /// <summary>As in <c>session-4</c>.</summary>
    public static string Of(Session session) => string.Create(CultureInfo.InvariantCulture, $"session-{session.Number}");
}

/// <summary>What a row of a chronology tells.</summary>
public enum ChronologyKind
{
    /// <summary>The talks as a whole turned, as by an outcome.</summary>
    Talks,

    /// <summary>A deadline was set, moved or settled, or falls.</summary>
    Deadline,

    /// <summary>A session.</summary>
    Session,

    /// <summary>Something was said, in the words that hold.</summary>
    Update,

    /// <summary>Something that was said was put right.</summary>
    Correction,

    /// <summary>Something that was said was withdrawn: it is not to be used.</summary>
    Kill,

    /// <summary>A sticking point was named, worded or settled.</summary>
    Point,
}

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
