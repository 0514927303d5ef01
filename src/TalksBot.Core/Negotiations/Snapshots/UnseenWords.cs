namespace TalksBot.Core.Negotiations.Snapshots;

/// <summary>
/// What updates said before anybody could see them, and say no more: the audit keeps it, and no file that people are handed does.
/// </summary>
/// <param name="holding">The changes that nobody has taken back, oldest first; only those by which updates read otherwise before they were seen matter.</param>
public sealed class UnseenWords(IEnumerable<Change> holding)
{
    private readonly Dictionary<string, string> _cameOutAs = holding
        .Where(Is)
        .GroupBy(change => change.Subject, StringComparer.Ordinal)
        .ToDictionary(changes => changes.Key, changes => ((ChangeValue.Account)changes.Last().After).Text, StringComparer.Ordinal);

    /// <summary>True for a change by which an update read otherwise before anybody could see it.</summary>
    public static bool Is(Change change) => change is { Verb: ChangeVerb.Set, Subject: ['#', ..], After: ChangeValue.Account };

    /// <summary>A change as it may be handed out: an update was added in the words in which it came out. Null for what may not be.</summary>
    public FiledChange? File(Change change) => Is(change)
        ? null
        : change.Verb is ChangeVerb.Added && _cameOutAs.TryGetValue(change.Subject, out var words) ? FiledChange.From(change) with { After = words } : FiledChange.From(change);
}
