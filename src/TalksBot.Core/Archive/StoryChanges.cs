using System.Diagnostics;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;

namespace TalksBot.Core.Archive;

/// <summary>
/// The changes of filed talks in the order to tell them. A file written by hand may keep few changes or none: what the record
/// shows and no change explains is added, at the time it was heard, or when the talks were opened.
/// </summary>
internal sealed class StoryChanges
{
    private readonly List<FiledChange> _changes;
    private readonly ILookup<string, int> _places;
    private readonly Dictionary<int, OutcomeKind> _endings = [];

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
        _places = _changes.Index().ToLookup(numbered => numbered.Item.Subject, numbered => numbered.Index);
        Conclude(talks.Outcome?.Kind);
    }

    /// <summary>How many there are.</summary>
    public int Count => _changes.Count;

    /// <summary>One of them, oldest first.</summary>
    public FiledChange this[int index] => _changes[index];

    /// <summary>The changes of one subject from a place on, with one of these verbs.</summary>
    public IEnumerable<FiledChange> After(int index, params IReadOnlyCollection<ChangeVerb> verbs) => _places[_changes[index].Subject]
        .Where(place => place > index && verbs.Contains(_changes[place].Verb))
        .Select(place => _changes[place]);

    /// <summary>How one thing said in words read at a place: as the next change of it says that it read before, else as it reads now.</summary>
    public string At(int index, DetailField field, string now) => After(index, ChangeVerb.Set)
        .Select(change => change.Old)
        .OfType<ChangeValue.Detail>()
        .FirstOrDefault(detail => detail.Field == field)?.Text ?? now;

    /// <summary>The same of what is told by a value of its own kind.</summary>
    public T? At<T>(int index)
        where T : ChangeValue => After(index, ChangeVerb.Set).Select(change => change.Old).OfType<T>().FirstOrDefault();

    /// <summary>The last change of the same subject before a place that is not of this verb; null for none.</summary>
    public FiledChange? LastBefore(int index, ChangeVerb except) => _places[_changes[index].Subject]
        .TakeWhile(place => place < index)
        .Select(place => _changes[place])
        .LastOrDefault(change => change.Verb != except);

    /// <summary>The number of the thing that was changed.</summary>
    public static int NumberOf(FiledChange change) =>
        SubjectNumber.TryRead(change.Subject[0], change.Subject, out var number) ? number : throw new UnreachableException();

    /// <summary>How the talks ended by that conclusion.</summary>
    public OutcomeKind Ending(int index) => _endings[index];

    /// <summary>True when the outcome of the talks settled the deadline, so that nobody said so by itself.</summary>
    public bool IsSettledByOutcome(int index)
    {
        if (_changes[index].New is ChangeValue.Ending { ByOutcome: true })
        {
            return true;
        }

        var conclusion = index;
        while (conclusion < _changes.Count && Settles(_changes[conclusion], _changes[index]))
        {
            conclusion++;
        }

        return _endings.TryGetValue(conclusion, out var ending)
            && ending == (_changes[index].Verb is ChangeVerb.Met ? OutcomeKind.Agreed : OutcomeKind.Lapsed)
            && IsTogether(_changes[conclusion], _changes[index]);
    }

    /// <summary>
    /// Older versions filed only the last ending's kind. An earlier one shows it by the deadlines it settled; one that settled none was no
    /// agreement, unless the talks then collapsed in the very same words.
    /// </summary>
    private void Conclude(OutcomeKind? filed)
    {
        FiledChange? later = null;
        var kind = filed;
        foreach (var place in _places[""].Where(place => _changes[place].Verb is ChangeVerb.Concluded).Reverse())
        {
            if (_changes[place].New is ChangeValue.Conclusion known)
            {
                kind = known.Kind;
            }
            else if (later is not null || kind is null)
            {
                var settled = SettledBy(place).Select(change => change.Verb).ToHashSet();
                var unsettled = kind is OutcomeKind.Collapsed && later is not null && ChangeWording.Of(later.New) == ChangeWording.Of(_changes[place].New) ? OutcomeKind.Agreed : OutcomeKind.Collapsed;
                kind = settled.Contains(ChangeVerb.Lapsed) ? OutcomeKind.Lapsed : settled.Count > 0 ? OutcomeKind.Agreed : unsettled;
            }

            later = _changes[place];
            _endings[place] = kind.Value;
        }
    }

    private IEnumerable<FiledChange> SettledBy(int conclusion)
    {
        for (var i = conclusion - 1; i >= 0 && Settles(_changes[i], _changes[conclusion]); i--)
        {
            yield return _changes[i];
        }
    }

    // People may give a note with a met deadline; an agreement gives none.
    private static bool Settles(FiledChange change, FiledChange conclusion) =>
        IsTogether(change, conclusion)
        && change.Verb is ChangeVerb.Lapsed or ChangeVerb.Met && change.New is ChangeValue.Ending { Note: "" };

    private static bool IsTogether(FiledChange one, FiledChange other) => one.At == other.At && one.By == other.By;
}
