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
        ChangeVerb.Reopened => ChangeLine.Credited(change, ChronicleWeight.Turn, $"Talks reopened, which were {Ended(change.Before)}"),
        ChangeVerb.Closed => ChangeLine.Credited(change, ChronicleWeight.Turn, $"The desk closed these talks, which were {ChangeWording.Of(change.Before)}"),
        _ => ChangeLine.Other(change),
    };

    private static string Ended(ChangeValue before) => before is ChangeValue.Conclusion conclusion ? $"{conclusion.Kind.Words()}: {conclusion.Line}" : ChangeWording.Of(before);

    /// <summary>An older version kept the kind only of the outcome that stands.</summary>
    private static string Outcome(Negotiation talks, Change change)
    {
        OutcomeKind? kind = change.After is ChangeValue.Conclusion conclusion ? conclusion.Kind : talks.Outcome is { } standing && standing.At == change.At ? standing.Kind : null;
        var before = change.Before.IsNone ? "" : $" – recorded before: {ChangeWording.Of(change.Before)}";
        return $"Outcome{(kind is { } known ? $", {known.Words()}" : "")}: {ChangeWording.Of(change.After)}{before}";
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
