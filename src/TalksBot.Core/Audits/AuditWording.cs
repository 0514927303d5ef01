using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Audits;

/// <summary>The audit as answers show it: who changed what, where and when. Pure.</summary>
public static class AuditWording
{
    /// <summary>The most characters shown of a text; ten changes with two each still fit into one message.</summary>
    private const int LongestText = 240;

    /// <summary>One change: when, by whom and where; then what was done, how it read before and after, and whether that was taken back.</summary>
    /// <param name="entry">The change.</param>
    /// <param name="own">The reader's own clock.</param>
    public static PostPiece Of(AuditEntry entry, WallClock own)
    {
        var change = entry.Change;
        var who = change.By is Stamp.ByClock or "" ? "by the clock" : change.Where.Length == 0 ? change.By : $"{change.By} in {change.Where}";
        var what = string.Join(' ', new[] { entry.Talks, change.Subject, change.Verb.ToString().ToLowerInvariant() }.Where(word => word.Length > 0));
        var undone = entry.UndoneBy is { } by ? $" (undone by {by})" : "";
        return new PostPiece.Field($"{TimeWording.Full(change.At, own)} · {who}", $"{what}{Texts(entry)}{undone}");
    }

    private static string Texts(AuditEntry entry) => entry switch
    {
        { Concealed: { } why } => $": {why}",
        { Change: { Before: "", After: "" } } => "",
        { Change: { Verb: ChangeVerb.Undone, Before: var command } } => $": {Cut(command)}",
        { Change: { Before: "", After: var after } } => $": {Cut(after)}",
        { Change: { Before: var before, After: "" } } => $": was {Cut(before)}",
        { Change: { Before: var before, After: var after } } => $": {Cut(before)} → {Cut(after)}",
    };

    private static string Cut(string text) => text.Length <= LongestText
        ? text
        : $"{text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)]}…";
}
