using TalksBot.Core.Negotiations;

namespace TalksBot.Core.Chronicles;

/// <summary>What happened to talks, told from the changes kept. Who follows them is no news and is left out. Pure.</summary>
public static class Chronicle
{
    /// <summary>Everything that was recorded in a stretch of time, oldest first.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="from">Changes at this instant are left out.</param>
    /// <param name="to">Changes at this instant are told.</param>
    public static IReadOnlyList<ChronicleEntry> Between(Negotiation talks, Instant from, Instant to)
    {
        var inWindow = talks.Changes.Where(change => change.At > from && change.At <= to).ToList();
        var undone = talks.Changes.Where(change => change.Undoes.Length > 0).Select(change => change.Undoes).ToHashSet();
        var acts = inWindow.Where(change => change.Act.Length > 0).Select(change => change.Act).ToHashSet();

        // What was done and taken back within the window is no news; what was told before it is.
        var changes = inWindow.Where(change => !undone.Contains(change.Act) && !acts.Contains(change.Undoes)).ToList();
        var added = changes.Where(change => change.Verb is ChangeVerb.Added).Select(change => change.Subject).ToHashSet();

        // The line of an update names the accounts it differs from, so the dispute needs no line of its own beside it.
        return
        [
            .. changes.Where(change => change.Verb is not ChangeVerb.Disputed || !added.Contains(change.Subject))
                .Select(change => Tell(talks, change))
                .OfType<ChronicleEntry>(),
        ];
    }

    /// <summary>The same entries for somebody who was away: what is major first, and each newest first.</summary>
    public static IEnumerable<ChronicleEntry> WeightiestFirst(this IEnumerable<ChronicleEntry> entries) =>
        entries.Reverse().OrderByDescending(entry => entry.IsMajor).ThenByDescending(entry => entry.At);

    /// <summary>The same by what they concern: the subjects in that order, and all that concerns one together, newest first.</summary>
    public static IEnumerable<ChronicleEntry> BySubject(this IEnumerable<ChronicleEntry> entries) =>
        entries.WeightiestFirst().GroupBy(entry => entry.Subject).SelectMany(group => group.OrderByDescending(entry => entry.At));

    /// <summary>One change in a line; null when it is no news.</summary>
    internal static ChronicleEntry? Tell(Negotiation talks, Change change)
    {
        if (change.Subject.Length == 0)
        {
            return TalksChronicle.Tell(talks, change);
        }

        if (talks.DeadlineNamed(change.Subject) is { } deadline)
        {
            return DeadlineChronicle.Tell(deadline, change);
        }

        if (talks.SessionNamed(change.Subject) is { } session)
        {
            return SessionChronicle.Tell(talks, session, change);
        }

        if (talks.UpdateNamed(change.Subject) is { } update)
        {
            return UpdateChronicle.Tell(talks, update, change);
        }

        return talks.PointNamed(change.Subject) is { } point
            ? PointChronicle.Tell(point, change)
            : null;
    }
}

/// <summary>One change to the talks, told in a line.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="Weight">How much it matters.</param>
/// <param name="Subject">What changed: <c>D1</c>, <c>S4</c>, <c>#3</c>, <c>P2</c>, or empty for the talks as a whole.</param>
/// <param name="Text">The line, without the time of the change.</param>
public sealed record ChronicleEntry(Instant At, ChronicleWeight Weight, string Subject, string Text)
{
    /// <summary>Where it was said, on the web; null for what nobody said, and where no address is known.</summary>
    public Uri? Link { get; init; }

    /// <summary>True for what was told to everybody at once: a flash, a bulletin, a turn of the talks or of a deadline.</summary>
    public bool IsMajor { get => field || Weight is ChronicleWeight.Turn or ChronicleWeight.NewDeadline; init; }
}

/// <summary>How much a change matters to somebody who was away; the weightiest comes first.</summary>
public enum ChronicleWeight
{
    /// <summary>Something that was told was wrong, or was withdrawn.</summary>
    Correction = 0,

    /// <summary>The talks or one of their deadlines turned: an outcome, a deadline moved, settled or passed, talks suspended.</summary>
    Turn = 1,

    /// <summary>A deadline was set.</summary>
    NewDeadline = 2,

    /// <summary>Accounts of the same thing differ.</summary>
    AccountsDiffer = 3,

    /// <summary>Something was said.</summary>
    Update = 4,

    /// <summary>A session was planned, moved, held or cancelled.</summary>
    Session = 5,

    /// <summary>A sticking point was named, worded or settled.</summary>
    Point = 6,

    /// <summary>Whatever else was recorded.</summary>
    Rest = 7,
}

/// <summary>What the lines of every kind of change share.</summary>
internal static class ChangeLine
{
    /// <summary>An entry that credits whoever made the change; what time itself caused has nobody to credit.</summary>
    public static ChronicleEntry Credited(Change change, ChronicleWeight weight, string text) =>
        Plain(change, weight, change.IsByClock ? text : $"{text} (by {change.By})");

    /// <summary>An entry that stands by itself.</summary>
    public static ChronicleEntry Plain(Change change, ChronicleWeight weight, string text) =>
        new(change.At, weight, change.Subject, text);

    /// <summary>A change without wording of its own: told by what the record read before and reads since.</summary>
    public static ChronicleEntry Other(Change change)
    {
        var name = change.Subject.Length == 0 ? "Talks" : change.Subject;
        if (DetailWording.Difference(change.Before, change.After) is { } difference)
        {
            return Credited(change, ChronicleWeight.Rest, $"{name} {change.Verb.ToString().ToLowerInvariant()}: {difference}");
        }

        var before = change.Before.IsNone ? "" : $", was {ChangeWording.Of(change.Before)}";
        var after = change.After.IsNone ? "" : $": {ChangeWording.Of(change.After)}";
        return Credited(change, ChronicleWeight.Rest, $"{name} {change.Verb.ToString().ToLowerInvariant()}{after}{before}");
    }
}
