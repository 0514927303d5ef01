using System.Text.Json;

namespace TalksBot.Core.Negotiations.Snapshots;

/// <summary>
/// Talks taken apart, each part as it reads: <c>D1</c>, <c>#3</c>, a channel, the word of a channel that it has seen something; the
/// empty name for the talks as a whole.
/// </summary>
public static class TalksParts
{
    /// <summary>The part that is the talks as a whole.</summary>
    public const string Whole = "";

    private const string Seen = "seen:";

    /// <summary>How earlier versions began the same name, which stands in their databases.</summary>
    private const string SaidSeen = "the word on ";

    /// <summary>What stood between the subject and the channel in it.</summary>
    private const string SaidIn = " in ";

    /// <summary>The part with this name; null where there is none.</summary>
    public static string? Find(Negotiation talks, string name) => name switch
    {
        Whole => Write(FiledTalks.Head(talks)),
        _ when SeenBy(name) is { } seen => Said(talks, seen.Subject, seen.Where),
        ['D', ..] => talks.DeadlineNamed(name) is { } deadline ? Write(FiledDeadline.From(deadline)) : Channel(talks, name),
        ['S', ..] => talks.SessionNamed(name) is { } session ? Write(FiledSession.From(session)) : Channel(talks, name),
        ['P', ..] => talks.PointNamed(name) is { } point ? Write(FiledPoint.From(point)) : Channel(talks, name),
        ['#', ..] => talks.UpdateNamed(name) is { } update ? Write(FiledUpdate.From(update)) : null,
        _ => Channel(talks, name),
    };

    /// <summary>Every part of the talks by its name.</summary>
    public static IReadOnlyDictionary<string, string> Of(Negotiation talks) => Names(talks)
        .Select(name => (Name: name, Part: Find(talks, name)))
        .Where(named => named.Part is not null)
        .ToDictionary(named => named.Name, named => named.Part!, StringComparer.Ordinal);

    /// <summary>What differs between two images of the same talks.</summary>
    public static IReadOnlyList<PartChange> Differences(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
    [
        .. before.Keys.Union(after.Keys)
            .Select(name => new PartChange(name, before.GetValueOrDefault(name), after.GetValueOrDefault(name)))
            .Where(change => change.Before != change.After),
    ];

    /// <summary>The word of a channel that it has seen something.</summary>
    public static string Word(string subject, string where) => $"{Seen}{subject}@{where}";

    /// <summary>True for the word of a channel that it has seen something.</summary>
    public static bool IsWord(string name) => SeenBy(name) is not null;

    /// <summary>True for the word of a channel on this subject.</summary>
    public static bool IsWordOn(string name, string subject) => SeenBy(name)?.Subject == subject;

    /// <summary>What the part is about: itself, or what a word was given on.</summary>
    public static string SubjectOf(string name) => SeenBy(name)?.Subject ?? name;

    /// <summary>The part as people read it.</summary>
    public static string Title(string name) => SeenBy(name) is { } seen ? $"the word on {seen.Subject} in {seen.Where}" : name;

    /// <summary>Where a part stands among others: the talks as a whole, deadlines, sessions, updates, sticking points, channels, words.</summary>
    public static int Place(string name) => name switch
    {
        Whole => 0,
        _ when IsWord(name) => 6,
        ['D', ..] => 1,
        ['S', ..] => 2,
        ['#', ..] => 3,
        ['P', ..] => 4,
        _ => 5,
    };

    /// <summary>What an update says to those who may see it; null for nothing.</summary>
    internal static (string Text, string Attribution, string? Killed)? Said(string? part) => part is null ? null : Read<FiledUpdate>(part) switch
    {
        { Killing: { } killing } killed => (killed.Text, killed.Attribution, killing.Reason),
        { Embargo: null } shown when shown.Approval is null or { State: ApprovalState.Approved } => (shown.Text, shown.Attribution, null),
        _ => null,
    };

    internal static T Read<T>(string part) => JsonSerializer.Deserialize<T>(part, FileForms.Options)!;

    private static IEnumerable<string> Names(Negotiation talks) =>
    [
        Whole,
        .. talks.Deadlines.Select(deadline => deadline.Name),
        .. talks.Sessions.Select(session => session.Name),
        .. talks.Updates.Select(update => update.Name),
        .. talks.Points.Select(point => point.Name),
        .. talks.Follows.Select(follow => follow.Channel.ToString()),
        .. talks.ChangesThatHold.Where(change => change.Verb is ChangeVerb.Acknowledged).Select(change => Word(change.Subject, change.Where)).Distinct(),
    ];

    /// <summary>What was told stays told, so how far the digests have come is no part of what can be taken back.</summary>
    private static string? Channel(Negotiation talks, string name) =>
        talks.Follows.FirstOrDefault(known => known.Channel.ToString() == name) is { } follow ? Write(FiledFollow.From(follow) with { DigestedUntil = null }) : null;

    private static string? Said(Negotiation talks, string subject, string where) =>
        talks.ChangesThatHold.LastOrDefault(change => change.Verb is ChangeVerb.Acknowledged && change.Subject == subject && change.Where == where) is { } word
            ? $"{StoredValue.Write(word.After)} {word.By} {word.At}"
            : null;

    /// <summary>On what a channel gave its word, and which; null for any other part.</summary>
    private static (string Subject, string Where)? SeenBy(string name) =>
        name.StartsWith(Seen, StringComparison.Ordinal) ? Parted(name[Seen.Length..], "@")
        : name.StartsWith(SaidSeen, StringComparison.Ordinal) ? Parted(name[SaidSeen.Length..], SaidIn)
        : null;

    private static (string Subject, string Where) Parted(string name, string joint)
    {
        var at = name.IndexOf(joint, StringComparison.Ordinal);
        return at < 0 ? (name, "") : (name[..at], name[(at + joint.Length)..]);
    }

    private static string Write<T>(T part) => JsonSerializer.Serialize(part, FileForms.Options);
}

/// <summary>How one part of talks read before and after a command.</summary>
/// <param name="Name">The part, as <see cref="TalksParts"/> names it.</param>
/// <param name="Before">How it read before; null for a part that the command added.</param>
/// <param name="After">How it read after.</param>
public sealed record PartChange(string Name, string? Before, string? After);
