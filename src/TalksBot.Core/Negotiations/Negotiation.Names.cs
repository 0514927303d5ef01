namespace TalksBot.Core.Negotiations;

/// <summary>What belongs to the talks, by its name; a record of many thousands is told line by line, so none is looked through.</summary>
public sealed partial class Negotiation
{
    private (int Count, Dictionary<string, Instant> Last, HashSet<string> CameOut)? _bySubject;

    /// <summary>The deadline with this name, such as <c>D1</c>; null where it is not in memory.</summary>
    public Deadline? DeadlineNamed(string name) => Find(_deadlines, 'D', name, deadline => deadline.Number);

    /// <summary>The session with this name, such as <c>S1</c>; null where it is not in memory.</summary>
    public Session? SessionNamed(string name) => Find(_sessions, 'S', name, session => session.Number);

    /// <summary>The update with this name, such as <c>#1</c>; null where it is not in memory.</summary>
    public Update? UpdateNamed(string name) => Find(_updates, '#', name, update => update.Number);

    /// <summary>The sticking point with this name, such as <c>P1</c>; null where it is not in memory.</summary>
    public StickingPoint? PointNamed(string name) => Find(_points, 'P', name, point => point.Number);

    /// <summary>When something was changed last; null where no change of it is in memory.</summary>
    public Instant? LastChangeOf(string subject) => BySubject().Last.TryGetValue(subject, out var last) ? last : null;

    /// <summary>True where a change in memory let an update out that nobody could see before.</summary>
    public bool WasHidden(Update update) => BySubject().CameOut.Contains(update.Name);

    private (int Count, Dictionary<string, Instant> Last, HashSet<string> CameOut) BySubject()
    {
        if (_bySubject is { } known && known.Count == _changes.Count)
        {
            return known;
        }

        var last = new Dictionary<string, Instant>(StringComparer.Ordinal);
        _changes.ForEach(change => last[change.Subject] = change.At);
        var cameOut = _changes.Where(change => change.Verb is ChangeVerb.Lifted or ChangeVerb.Broken or ChangeVerb.Approved).Select(change => change.Subject);
        var found = (_changes.Count, last, cameOut.ToHashSet(StringComparer.Ordinal));
        _bySubject = found;
        return found;
    }

    /// <summary>They stand in the order of their numbers.</summary>
    private static T? Find<T>(List<T> all, char mark, string name, Func<T, int> numberOf)
        where T : class
    {
        if (!name.StartsWith(mark) || !SubjectNumber.TryRead(mark, name, out var number))
        {
            return null;
        }

        var (from, to) = (0, all.Count - 1);
        while (from <= to)
        {
            var middle = (from + to) / 2;
            switch (numberOf(all[middle]).CompareTo(number))
            {
                case 0:
                    return all[middle];
                case < 0:
                    from = middle + 1;
                    break;
                default:
                    to = middle - 1;
                    break;
            }
        }

        return null;
    }
}
