using System.Text.Json;
using TalksBot.Core.Archive;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Updates;

namespace TalksBot.Core.Undoing;

/// <summary>
/// Talks taken apart, each part as it reads: <c>D1</c>, <c>#3</c>, a channel, the word of a channel that it has seen something; the
/// empty name for the talks as a whole.
/// </summary>
public static class TalksParts
{
    /// <summary>The part that is the talks as a whole.</summary>
    public const string Whole = "";

    private const string Seen = "the word on ";

    /// <summary>Every part of the talks by its name.</summary>
    public static IReadOnlyDictionary<string, string> Of(Negotiation talks)
    {
        var filed = FiledTalks.From(talks);
        var parts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Whole] = Write(filed with { Deadlines = [], Sessions = [], Updates = [], Points = [], Follows = [], Changes = [] }),
        };
        Add(filed.Deadlines, deadline => SubjectNumber.Deadline(deadline.Number));
        Add(filed.Sessions, session => SubjectNumber.Session(session.Number));
        Add(filed.Updates, update => SubjectNumber.Update(update.Number));
        Add(filed.Points, point => SubjectNumber.Point(point.Number));

        // What was told stays told, so how far the digests have come is no part of what can be taken back.
        Add(filed.Follows.Select(follow => follow with { DigestedUntil = null }), follow => follow.Channel.ToString());
        foreach (var word in talks.ChangesThatHold.Where(change => change.Verb is ChangeVerb.Acknowledged))
        {
            parts[$"{Seen}{word.Subject} in {word.Where}"] = $"{word.After} {word.By} {word.At}";
        }

        return parts;

        void Add<T>(IEnumerable<T> items, Func<T, string> name)
        {
            foreach (var item in items)
            {
                parts.Add(name(item), Write(item));
            }
        }
    }

    /// <summary>What differs between two images of the same talks.</summary>
    public static IReadOnlyList<PartChange> Differences(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
    [
        .. before.Keys.Union(after.Keys)
            .Select(name => new PartChange(name, before.GetValueOrDefault(name), after.GetValueOrDefault(name)))
            .Where(change => change.Before != change.After),
    ];

    /// <summary>True for the word of a channel that it has seen something.</summary>
    public static bool IsWord(string name) => name.StartsWith(Seen, StringComparison.Ordinal);

    /// <summary>True for the word of a channel on this subject.</summary>
    public static bool IsWordOn(string name, string subject) => name.StartsWith($"{Seen}{subject} in ", StringComparison.Ordinal);

    /// <summary>What an update says to those who may see it; null for nothing.</summary>
    internal static (string Text, string Attribution, string? Killed)? Said(string? part) => part is null ? null : Read<FiledUpdate>(part) switch
    {
        { Killing: { } killing } killed => (killed.Text, killed.Attribution, killing.Reason),
        { Embargo: null } shown when shown.Approval is null or { State: ApprovalState.Approved } => (shown.Text, shown.Attribution, null),
        _ => null,
    };

    internal static T Read<T>(string part) => JsonSerializer.Deserialize<T>(part, FileForms.Options)!;

    private static string Write<T>(T part) => JsonSerializer.Serialize(part, FileForms.Options);
}
