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
