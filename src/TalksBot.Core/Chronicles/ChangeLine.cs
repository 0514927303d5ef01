using TalksBot.Core.Negotiations;

namespace TalksBot.Core.Chronicles;

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
        var before = change.Before.Length == 0 ? "" : $", was {change.Before}";
        var after = change.After.Length == 0 ? "" : $": {change.After}";
        return Credited(change, ChronicleWeight.Rest, $"{name} {change.Verb.ToString().ToLowerInvariant()}{after}{before}");
    }
}
