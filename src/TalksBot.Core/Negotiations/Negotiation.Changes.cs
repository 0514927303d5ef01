using TalksBot.Core.Negotiations.Snapshots;

namespace TalksBot.Core.Negotiations;

/// <summary>
/// What was changed, and the counts that hold whatever part of the record is in memory: a command reads what it concerns, and
/// neither a number nor the order of changes may depend on the rest.
/// </summary>
public sealed partial class Negotiation
{
    private readonly List<Change> _changes = [];
    private readonly List<Change> _made = [];

    private readonly Dictionary<string, string?> _touched = new(StringComparer.Ordinal);

    /// <summary>The changes in memory, oldest first: all of them, or those that were read.</summary>
    public IReadOnlyList<Change> Changes => _changes;

    /// <summary>How many changes were ever made; it tells two of them at one instant apart.</summary>
    public int Revision { get; private set; }

    /// <summary>When the record last came to read otherwise; that somebody has seen an alert is no news.</summary>
    public Instant ChangedAt { get; private set; }

    /// <summary>The highest number that a deadline ever had.</summary>
    public int LastDeadline { get; private set; }

    /// <summary>The highest number that a session ever had.</summary>
    public int LastSession { get; private set; }

    /// <summary>The highest number that an update ever had.</summary>
    public int LastUpdate { get; private set; }

    /// <summary>The highest number that a sticking point ever had.</summary>
    public int LastPoint { get; private set; }

    /// <summary>The changes made since the talks were read, oldest first.</summary>
    public IReadOnlyList<Change> ChangesMade() => _made;

    /// <summary>The parts that read otherwise since the talks were read.</summary>
    public IReadOnlyList<PartChange> PartsChanged() =>
    [
        .. _touched
            .Select(part => new PartChange(part.Key, part.Value, TalksParts.Find(this, part.Key)))
            .Where(part => part.Before != part.After)
            .OrderBy(part => TalksParts.Place(part.Name)),
    ];

    /// <summary>Takes in, in order, what was read beside the head of talks that nobody changes.</summary>
    public void Recall(IEnumerable<Update> updates, IEnumerable<Change> changes)
    {
        _updates.AddRange(updates);
        _changes.AddRange(changes);
    }

    /// <summary>Puts what was read in several steps into the order in which it came about.</summary>
    public void Arrange()
    {
        _updates.Sort((one, other) => one.Number.CompareTo(other.Number));

        // What was made since has no row yet, and is the newest.
        Change[] arranged = [.. _changes.OrderBy(change => change.Id == 0).ThenBy(change => change.Id)];
        _changes.Clear();
        _changes.AddRange(arranged);
    }

    /// <summary>Keeps a change that is about to be made: the part still reads as before.</summary>
    private void Keep(Stamp stamp, string subject, ChangeVerb verb, ChangeValue before, ChangeValue after)
    {
        Touch(verb is ChangeVerb.Acknowledged ? TalksParts.Word(subject, stamp.Where) : subject);
        Write(new Change(stamp, subject, verb, before, after with { Origin = stamp.Origin }));
    }

    private void Write(Change change)
    {
        _changes.Add(change);
        _made.Add(change);
        Revision++;
        if (IsNews(change))
        {
            ChangedAt = change.At;
        }
    }

    /// <summary>That the desk has seen or put off something makes nothing of the record read otherwise.</summary>
    private static bool IsNews(Change change) => change.Verb is not (ChangeVerb.Acknowledged or ChangeVerb.Snoozed);

    private void Touch(string part)
    {
        if (!_touched.ContainsKey(part))
        {
            _touched.Add(part, TalksParts.Find(this, part));
        }
    }

    /// <summary>Counts what came from a file.</summary>
    private void Count()
    {
        LastDeadline = Highest('D', _deadlines.Select(known => known.Number));
        LastSession = Highest('S', _sessions.Select(known => known.Number));
        LastUpdate = Highest('#', _updates.Select(known => known.Number));
        LastPoint = Highest('P', _points.Select(known => known.Number));
        Revision = _changes.Count;
        ChangedAt = _changes.LastOrDefault(IsNews)?.At ?? OpenedAt;
    }

    /// <summary>What was taken back keeps its number.</summary>
    private int Highest(char mark, IEnumerable<int> present) => _changes
        .Where(change => change.Verb is ChangeVerb.Added)
        .Select(change => change.Subject.StartsWith(mark) && SubjectNumber.TryRead(mark, change.Subject, out var number) ? number : 0)
        .Concat(present)
        .DefaultIfEmpty()
        .Max();
}
