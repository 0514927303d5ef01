using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;

namespace TalksBot.Core.Chronicles;

/// <summary>Tells the changes of a deadline.</summary>
internal static class DeadlineChronicle
{
    public static ChronicleEntry? Tell(Deadline deadline, Change change)
    {
        if (change.Verb is ChangeVerb.Acknowledged)
        {
            return null;
        }

        var weight = change.Verb is ChangeVerb.Added ? ChronicleWeight.NewDeadline : ChronicleWeight.Turn;
        return Words(change) is { } words
            ? ChangeLine.Credited(change, weight, $"{deadline.Name} {words}{Typography.Dash(deadline.Label)}")
            : ChangeLine.Other(change);
    }

    private static string? Words(Change change) => change.Verb switch
    {
        ChangeVerb.Added => $"set for {change.After}",
        ChangeVerb.Moved => $"moved: was {change.Before}, now {change.After}",
        ChangeVerb.Passed => "passed, outcome not yet known",

        // The record already reads "met" or "met: why".
        ChangeVerb.Met or ChangeVerb.Withdrawn or ChangeVerb.Lapsed => change.After,
        _ => null,
    };
}
