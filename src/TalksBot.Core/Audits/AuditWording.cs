using System.Globalization;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Audits;

/// <summary>The audit as answers show it: who changed what, where and when. Pure.</summary>
public static class AuditWording
{
    /// <summary>The most characters shown of a text; ten changes with two each still fit into one message.</summary>
    private const int LongestText = 240;

    /// <summary>One change: its number, when, by whom and where; then what was done, how it read before and after, and whether that was taken back.</summary>
    /// <param name="entry">The change.</param>
    /// <param name="own">The reader's own clock.</param>
    public static PostPiece Of(AuditEntry entry, WallClock own)
    {
        var change = entry.Change;
        return new PostPiece.Field($"{change.Id.ToString(CultureInfo.InvariantCulture)} · {Who(change, own)}", $"{What(entry)}{Texts(entry)}{Undone(entry)}{(IsCut(entry) ? $" (whole: /talks audit change:{change.Id})" : "")}");
    }

    /// <summary>One change with the texts of before and after whole, however long they are.</summary>
    /// <param name="entry">The change.</param>
    /// <param name="own">The reader's own clock.</param>
    public static IEnumerable<PostPiece> Whole(AuditEntry entry, WallClock own)
    {
        yield return new PostPiece.Field(Who(entry.Change, own), $"{What(entry)}{(entry.Concealed is { } why ? $": {why}" : "")}{Undone(entry)}");
        foreach (var (title, text) in new[] { ("Before", ChangeWording.Whole(entry.Change.Before)), ("After", ChangeWording.Whole(entry.Change.After)) })
        {
            if (entry.Concealed is null && text.Length > 0)
            {
                yield return new PostPiece.Section(title);
                yield return new PostPiece.Line(text);
            }
        }
    }

    private static string Who(Change change, WallClock own)
    {
        var who = change.IsByClock ? "by the clock" : change.Where.Length == 0 ? change.By : $"{change.By} in {change.Where}";
        return $"{TimeWording.Full(TimeWording.Minute(change.At), own)} · {who}";
    }

    private static string What(AuditEntry entry) => string.Join(
        ' ', new[] { entry.Talks, TalksParts.Title(entry.Change.Subject), entry.Change.Verb.ToString().ToLowerInvariant() }.Where(word => word.Length > 0));

    private static string Undone(AuditEntry entry) => entry.UndoneBy is { } by ? $" (undone by {by})" : "";

    private static bool IsCut(AuditEntry entry) =>
        entry.Concealed is null && (ChangeWording.Whole(entry.Change.Before).Length > LongestText || ChangeWording.Whole(entry.Change.After).Length > LongestText);

    private static string Texts(AuditEntry entry) => (entry.Concealed, ChangeWording.Whole(entry.Change.Before), ChangeWording.Whole(entry.Change.After)) switch
    {
        ({ } why, _, _) => $": {why}",
        (_, "", "") => "",
        (_, var command, _) when entry.Change.Verb is ChangeVerb.Undone => $": {Cut(command)}",
        (_, "", var after) => $": {Cut(after)}",
        (_, var before, "") => $": was {Cut(before)}",
        _ when DetailWording.Name(entry.Change.After) is { Length: > 0 } name && DetailWording.Name(entry.Change.Before) == name =>
            $": {name} {Cut(DetailWording.Words(entry.Change.Before))} → {Cut(DetailWording.Words(entry.Change.After))}",
        (_, var before, var after) => $": {Cut(before)} → {Cut(after)}",
    };

    private static string Cut(string text) => text.Length <= LongestText
        ? text
        : $"{text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)]}…";
}

/// <summary>One change as the audit shows it.</summary>
/// <param name="Change">The change.</param>
/// <param name="Talks">The slug of the talks; empty for what concerns the desk as a whole.</param>
public sealed record AuditEntry(Change Change, string Talks)
{
    /// <summary>Why its words are not shown; null when they are.</summary>
    public string? Concealed { get; init; }

    /// <summary>Who took it back; null while it holds.</summary>
    public string? UndoneBy { get; init; }

    /// <summary>True while it holds and a command made it, so that it may be taken back.</summary>
    public bool CanBeUndone => UndoneBy is null && Change is { Act.Length: > 0, Verb: not ChangeVerb.Undone };
}
