using TalksBot.Core.Negotiations;

namespace TalksBot.Core.Archive;

/// <summary>
/// The changes of filed talks in the order to tell them. A file written by hand may keep few changes or none: what the record
/// shows and no change explains is added, at the time it was heard, or when the talks were opened.
/// </summary>
internal sealed class StoryChanges
{
    private readonly List<FiledChange> _changes;
    private readonly int _lastConclusion;
    private readonly OutcomeKind? _outcome;

    public StoryChanges(FiledTalks talks)
    {
        var missing = new MissingChanges(talks);
        var opened = talks.Changes.FirstOrDefault(change => change.Verb is ChangeVerb.Opened)?.At ?? talks.OpenedAt;
        _changes =
        [
            .. missing.Early().Concat(talks.Changes).Concat(missing.Late())
                .OrderBy(change => Instant.Max(change.At, opened))
                .ThenBy(change => change.Verb is ChangeVerb.Opened ? 0 : 1)
                .Select(change => change.At < opened ? change with { At = opened } : change),
        ];
        _lastConclusion = _changes.FindLastIndex(change => change.Verb is ChangeVerb.Concluded);
        _outcome = talks.Outcome?.Kind;
    }

    /// <summary>How many there are.</summary>
    public int Count => _changes.Count;

    /// <summary>One of them, oldest first.</summary>
    public FiledChange this[int index] => _changes[index];

    /// <summary>The changes of one subject from a place on, with one of these verbs.</summary>
    public IEnumerable<FiledChange> After(int index, params IReadOnlyCollection<ChangeVerb> verbs) => _changes
        .Skip(index + 1)
        .Where(change => change.Subject == _changes[index].Subject && verbs.Contains(change.Verb));

    /// <summary>
    /// How the talks ended by that conclusion. Only the last one's kind is filed; an earlier one shows it by the deadlines that it
    /// settled.
    /// </summary>
    public OutcomeKind Ending(int index)
    {
        if (index == _lastConclusion && _outcome is { } kind)
        {
            return kind;
        }

        var settled = SettledBy(index).ToList();
        if (settled.Exists(change => change.Verb is ChangeVerb.Lapsed))
        {
            return OutcomeKind.Lapsed;
        }

        return settled.Count > 0 ? OutcomeKind.Agreed : OutcomeKind.Collapsed;
    }

    /// <summary>True when an agreement met the deadline, so that nobody said so by itself.</summary>
    public bool IsMetByAgreement(int index)
    {
        var conclusion = index;
        while (conclusion < _changes.Count && Settles(_changes[conclusion], _changes[index]))
        {
            conclusion++;
        }

        return conclusion < _changes.Count
            && _changes[conclusion].Verb is ChangeVerb.Concluded
            && IsTogether(_changes[conclusion], _changes[index])
            && Ending(conclusion) is OutcomeKind.Agreed;
    }

    private IEnumerable<FiledChange> SettledBy(int conclusion)
    {
        for (var i = conclusion - 1; i >= 0 && Settles(_changes[i], _changes[conclusion]); i--)
        {
            yield return _changes[i];
        }
    }

    // The notes people give with a met deadline stand after the state; an agreement gives none.
    private static bool Settles(FiledChange change, FiledChange conclusion) =>
        IsTogether(change, conclusion)
        && (change.Verb is ChangeVerb.Lapsed || (change.Verb is ChangeVerb.Met && change.After == DeadlineState.Met.Words()));

    private static bool IsTogether(FiledChange one, FiledChange other) => one.At == other.At && one.By == other.By;
}
