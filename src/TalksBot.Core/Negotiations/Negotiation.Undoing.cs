using TalksBot.Core.Negotiations.Snapshots;

namespace TalksBot.Core.Negotiations;

/// <summary>Changes taken back.</summary>
public sealed partial class Negotiation
{
    private Instant? _readAgainSince;

    /// <summary>
    /// The changes that nobody has taken back, oldest first; what was changed of something that is gone since is none of them.
    /// Holds for changes that were read together with those that take them back.
    /// </summary>
    public IEnumerable<Change> ChangesThatHold
    {
        get
        {
            var undone = _changes.Select(change => change.Undoes).Where(act => act.Length > 0).ToHashSet();
            var gone = _changes.Where(change => change.Verb is ChangeVerb.Added && undone.Contains(change.Act)).Select(change => change.Subject).Where(IsGone).ToHashSet();
            return _changes.Where(change => change.Undoes.Length == 0 && !gone.Contains(change.Subject) && (change.Act.Length == 0 || !undone.Contains(change.Act)));
        }
    }

    /// <summary>When the talks ceased to read as they do again; null where no command was taken back since they were read.</summary>
    public Instant? ReadAgainSince() => _readAgainSince;

    /// <summary>
    /// Every part that a command changed reads as before; what it added is gone, and its number is not given again. Refused
    /// with nothing changed when somebody changed a part again since; what time alone has done since goes with it.
    /// </summary>
    /// <param name="act">The command, which did not open the talks; whatever names a side that goes with it must be in memory.</param>
    /// <param name="stamp">Who takes it back, where and when.</param>
    public string? TakeBack(Act act, Stamp stamp)
    {
        if (act.Parts.FirstOrDefault(part => TalksParts.Find(this, part.Name) != part.After && !ChangedByClockAlone(part.Name, act)) is { } changed)
        {
            return $"{(changed.Name.Length == 0 ? Slug : changed.Name)} was changed again since, so that cannot be undone by itself; undo the later change first.";
        }

        if (act.Parts.FirstOrDefault(part => part.Name == TalksParts.Whole) is { } whole
            && RefuseNamedSides([.. TalksParts.Read<FiledTalks>(whole.Before!).Parties.Select(party => party.Restore())]) is { } named)
        {
            return named;
        }

        if (RefuseFollowed([.. act.Parts]) is { } followed)
        {
            return followed;
        }

        foreach (var part in act.Parts)
        {
            Return(part);
        }

        _readAgainSince = act.At;

        Write(new Change(stamp, act.Parts.Select(part => part.Name).FirstOrDefault(""), ChangeVerb.Undone, ChangeValue.Of(act.Command), ChangeValue.None).TakingBack(act.Key));
        return null;
    }

    private bool IsGone(string name) =>
        DeadlineNamed(name) is null && SessionNamed(name) is null && UpdateNamed(name) is null && PointNamed(name) is null
        && !_follows.Exists(known => known.Channel.ToString() == name);

    /// <summary>An embargo lifted, a deadline passed: there is no later command that could be undone first.</summary>
    private bool ChangedByClockAlone(string name, Act act)
    {
        var since = ChangesThatHold.SkipWhile(change => change.Act != act.Key).Where(change => change.Subject == name && change.Act != act.Key).ToList();
        return since.Count > 0 && since.TrueForAll(change => change is { IsByClock: true, Verb: not ChangeVerb.Muted });
    }

    private void Return(PartChange part)
    {
        if (part.Name == TalksParts.Whole)
        {
            var copy = Restore(TalksParts.Read<FiledTalks>(part.Before!));
            (Title, Parties, Venue, Zone, Clocks, Status, Outcome) = (copy.Title, copy.Parties, copy.Venue, copy.Zone, copy.Clocks, copy.Status, copy.Outcome);
        }
        else if (TalksParts.IsWord(part.Name))
        {
            // Nobody is asked to forget it: a word that was taken back is among the changes that hold no more.
            return;
        }
        else if (_follows.Find(follow => follow.Channel.ToString() == part.Name) is { } follow)
        {
            Return(part, _follows, follow, (FiledFollow filed) => follow.ReturnTo(filed.Restore()));
        }
        else
        {
            ReturnNumbered(part);
        }
    }

    private void ReturnNumbered(PartChange part)
    {
        switch (part.Name[0])
        {
            case 'D':
                var deadline = _deadlines.Single(known => known.Name == part.Name);
                Return(part, _deadlines, deadline, (FiledDeadline filed) => deadline.ReturnTo(filed.Restore()));
                break;
            case 'S':
                var session = _sessions.Single(known => known.Name == part.Name);
                Return(part, _sessions, session, (FiledSession filed) => session.ReturnTo(filed.Restore()));
                break;
            case 'P':
                var point = _points.Single(known => known.Name == part.Name);
                Return(part, _points, point, (FiledPoint filed) => point.ReturnTo(filed.Restore()));
                break;
            default:
                var update = _updates.Single(known => known.Name == part.Name);
                Return(part, _updates, update, (FiledUpdate filed) => update.ReturnTo(filed.Restore()));
                break;
        }
    }

    private static void Return<T, TFiled>(PartChange part, List<T> all, T item, Action<TFiled> take)
    {
        if (part.Before is null)
        {
            all.Remove(item);
        }
        else
        {
            take(TalksParts.Read<TFiled>(part.Before));
        }
    }
}
