using TalksBot.Core.Times;

namespace TalksBot.Core.Negotiations;

/// <summary>The deadlines of the talks.</summary>
public sealed partial class Negotiation
{
    private readonly List<Deadline> _deadlines = [];

    /// <summary>The deadlines, in the order they were set.</summary>
    public IReadOnlyList<Deadline> Deadlines => _deadlines;

    /// <summary>Sets a deadline; null and a sentence when refused.</summary>
    public (Deadline? Deadline, string? Refusal) AddDeadline(DeadlineTerms terms, Stamp stamp)
    {
        var twin = _deadlines.Find(known => known.IsOpen && known.Label == terms.Label && known.At.ToInstant() == terms.At.ToInstant());
        var refusal = RefuseWhenClosed()
            ?? (twin is null ? null : $"{twin.Name} already stands at that moment under that name; move that one, or choose another label.");
        if (refusal is not null)
        {
            return (null, refusal);
        }

        var deadline = new Deadline(++LastDeadline, terms);
        Keep(stamp, deadline.Name, ChangeVerb.Added, ChangeValue.None, new ChangeValue.Moment(terms.At));
        _deadlines.Add(deadline);
        return (deadline, null);
    }

    /// <summary>Moves a deadline, for a reason and by somebody's word, or neither; one that passed with its outcome unknown may be moved too (extended after the fact).</summary>
    public string? MoveDeadline(Deadline deadline, CivilTime to, Stamp stamp, string note = "", string by = "")
    {
        var refusal = RefuseWhenClosed() ?? RefuseWhenSettled(deadline, "moved");
        if (refusal is not null)
        {
            return refusal;
        }

        if (to.ToInstant() == deadline.At.ToInstant())
        {
            return $"{deadline.Name} already stands at {TimeWording.Full(deadline.At)}.";
        }

        Keep(stamp, deadline.Name, ChangeVerb.Moved, new ChangeValue.Moment(deadline.At), new ChangeValue.Moment(to) { Note = note, MovedBy = by });
        deadline.Move(to);
        return null;
    }

    /// <summary>What a deadline demanded was done.</summary>
    public string? MeetDeadline(Deadline deadline, string note, Stamp stamp) =>
        EndDeadline(deadline, DeadlineState.Met, ChangeVerb.Met, note, stamp);

    /// <summary>Whoever set a deadline took it back.</summary>
    public string? WithdrawDeadline(Deadline deadline, string note, Stamp stamp) =>
        EndDeadline(deadline, DeadlineState.Withdrawn, ChangeVerb.Withdrawn, note, stamp);

    /// <summary>A deadline passed and what it demanded was not done.</summary>
    public string? LapseDeadline(Deadline deadline, string note, Stamp stamp) => deadline.WantsOutcome && deadline.At.ToInstant() > stamp.At
        ? $"{deadline.Name} has not passed yet; it can be met or withdrawn until it does."
        : EndDeadline(deadline, DeadlineState.Lapsed, ChangeVerb.Lapsed, note, stamp);

    /// <summary>A deadline's moment came and nobody has recorded an outcome.</summary>
    public void PassDeadline(Deadline deadline, Stamp stamp)
    {
        if (deadline.IsOpen)
        {
            Settle(deadline, DeadlineState.PassedUnknown, ChangeVerb.Passed, "", stamp);
        }
    }

    /// <summary>The desk wants to be asked later what came of a deadline that passed; the deadline itself reads as before.</summary>
    public string? SnoozeDeadline(Deadline deadline, Instant again, Stamp stamp)
    {
        var refusal = RefuseWhenClosed() ?? (deadline.State is DeadlineState.PassedUnknown
            ? null
            : $"{deadline.Name} {(deadline.IsOpen ? "has not passed yet" : $"is {deadline.State.Words()}")}, so the desk is not asked what came of it.");
        if (refusal is null)
        {
            Write(new Change(stamp, deadline.Name, ChangeVerb.Snoozed, ChangeValue.None, new ChangeValue.Moment(CivilTime.At(again, deadline.At.Zone))));
        }

        return refusal;
    }

    private string? EndDeadline(Deadline deadline, DeadlineState state, ChangeVerb verb, string note, Stamp stamp)
    {
        var refusal = RefuseWhenClosed() ?? RefuseWhenSettled(deadline, state.Words());
        if (refusal is null)
        {
            Settle(deadline, state, verb, note, stamp);
        }

        return refusal;
    }

    /// <summary>
    /// An agreement meets every deadline still to come, and says nothing of one that passed before it was recorded; a lapse ends
    /// those that have passed.
    /// </summary>
    private void SettleDeadlines(OutcomeKind kind, Stamp stamp)
    {
        foreach (var deadline in _deadlines.Where(deadline => deadline.WantsOutcome))
        {
            var hasPassed = deadline.At.ToInstant() <= stamp.At;
            if (kind is OutcomeKind.Agreed && !hasPassed)
            {
                Settle(deadline, DeadlineState.Met, ChangeVerb.Met, "", stamp, byOutcome: true);
            }
            else if (kind is OutcomeKind.Lapsed && hasPassed)
            {
                Settle(deadline, DeadlineState.Lapsed, ChangeVerb.Lapsed, "", stamp, byOutcome: true);
            }
        }
    }

    private void Settle(Deadline deadline, DeadlineState state, ChangeVerb verb, string note, Stamp stamp, bool byOutcome = false)
    {
        Keep(stamp, deadline.Name, verb, new ChangeValue.Ending(deadline.State), new ChangeValue.Ending(state) { Note = note, ByOutcome = byOutcome });
        deadline.Settle(state);
    }

    private static string? RefuseWhenSettled(Deadline deadline, string verb) =>
        deadline.WantsOutcome ? null : $"{deadline.Name} cannot be {verb}: it is already {deadline.State.Words()}; set a new one with deadline add.";
}
