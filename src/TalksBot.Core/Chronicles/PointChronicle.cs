using TalksBot.Core.Negotiations;

namespace TalksBot.Core.Chronicles;

/// <summary>Tells the changes of a sticking point.</summary>
internal static class PointChronicle
{
    private static readonly string[] States = [.. Enum.GetValues<PointState>().Select(state => state.Words())];

    public static ChronicleEntry Tell(StickingPoint point, Change change) => change.Verb switch
    {
        ChangeVerb.Added => Entry(change, $"Sticking point {point.Name}: {point.Title}"),
        ChangeVerb.Set when !States.Contains(change.After) => Entry(change, Worded(point, change)),
        ChangeVerb.Set or ChangeVerb.Settled => Entry(change, $"{point.Name} {change.After}, was {change.Before} – {point.Title}"),
        _ => ChangeLine.Other(change),
    };

    private static ChronicleEntry Entry(Change change, string text) => ChangeLine.Plain(change, ChronicleWeight.Point, text);

    /// <summary>The record holds a wording as <c>US: the words</c>.</summary>
    private static string Worded(StickingPoint point, Change change)
    {
        var before = change.Before.Length == 0 ? "" : $" – before: {change.Before}";
        return $"{point.Name} {point.Title}, in the words of {change.After}{before}";
    }
}
