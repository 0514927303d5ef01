using TalksBot.Core.Negotiations;

namespace TalksBot.Core.Chronicles;

/// <summary>Tells the changes of talks as a whole.</summary>
internal static class TalksChronicle
{
    public static ChronicleEntry Tell(Negotiation talks, Change change) => change.Verb switch
    {
        ChangeVerb.Opened => ChangeLine.Credited(change, ChronicleWeight.Rest, "The desk began to follow these talks"),
        ChangeVerb.Concluded => ChangeLine.Credited(change, ChronicleWeight.Turn, Outcome(talks, change)),
        ChangeVerb.Suspended => ChangeLine.Credited(change, ChronicleWeight.Turn, "Talks suspended; deadlines stand"),
        ChangeVerb.Resumed => ChangeLine.Credited(change, ChronicleWeight.Turn, "Talks resumed"),
        ChangeVerb.Closed => ChangeLine.Credited(change, ChronicleWeight.Turn, $"The desk closed these talks, which were {change.Before}"),
        _ => ChangeLine.Other(change),
    };

    /// <summary>Only the outcome that stands still knows its kind.</summary>
    private static string Outcome(Negotiation talks, Change change)
    {
        var kind = talks.Outcome is { } outcome && outcome.At == change.At && outcome.Line == change.After
            ? $"Outcome, {outcome.Kind.Words()}"
            : "Outcome";
        return change.Before.Length == 0 ? $"{kind}: {change.After}" : $"{kind}: {change.After} – recorded before: {change.Before}";
    }
}

/// <summary>What happened to one negotiation.</summary>
/// <param name="Talks">The negotiation.</param>
/// <param name="Entries">What happened, oldest first.</param>
public sealed record TalksNews(Negotiation Talks, IReadOnlyList<ChronicleEntry> Entries)
{
    /// <summary>How many updates came out beside those, which are the latest.</summary>
    public int LeftOut { get; init; }
}
