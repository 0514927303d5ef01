namespace TalksBot.Core.Negotiations;

/// <summary>Talks that ended and go on.</summary>
public sealed partial class Negotiation
{
    /// <summary>True once the desk has closed the talks, or recorded how they ended.</summary>
    public bool HasEnded => Status is TalksStatus.Closed or TalksStatus.Agreed or TalksStatus.Collapsed;

    /// <summary>
    /// Talks that were closed or had ended are open again: no outcome holds any more, and a deadline still to come that the outcome
    /// had settled stands as before. What fell due meanwhile is told to nobody. The changes of the talks and of their deadlines
    /// must be in memory.
    /// </summary>
    public string? Reopen(Stamp stamp)
    {
        if (!HasEnded)
        {
            return $"{Slug} need not be reopened: the talks are {Status.Words()}.";
        }

        var to = StatusBeforeTheEnd();
        Keep(stamp, "", ChangeVerb.Reopened, Outcome is { } outcome ? new ChangeValue.Conclusion(outcome.Kind, outcome.Line) : new ChangeValue.Talks(Status), new ChangeValue.Talks(to));
        if (Outcome is not null)
        {
            RestoreDeadlines(stamp);
        }

        (Status, Outcome) = (to, null);
        foreach (var deadline in _deadlines.Where(deadline => deadline.IsOpen && deadline.At.ToInstant() <= stamp.At))
        {
            PassDeadline(deadline, Stamp.Clock(stamp.At));
        }

        return null;
    }

    /// <summary>What the outcome settled ahead of its time stands again.</summary>
    private void RestoreDeadlines(Stamp stamp)
    {
        var holding = ChangesThatHold.ToList();
        foreach (var deadline in _deadlines.Where(deadline => !deadline.WantsOutcome && deadline.At.ToInstant() > stamp.At))
        {
            if (holding.FindLast(change => change.Subject == deadline.Name && change.After is ChangeValue.Ending) is { After: ChangeValue.Ending { ByOutcome: true } settled, Before: ChangeValue.Ending before })
            {
                Keep(stamp, deadline.Name, ChangeVerb.Reopened, settled, before);
                deadline.Settle(before.State);
            }
        }
    }

    /// <summary>As they stood before they were closed; where they had an outcome then, by whether anybody has met.</summary>
    private TalksStatus StatusBeforeTheEnd()
    {
        var closing = Status is TalksStatus.Closed ? ChangesThatHold.LastOrDefault(change => change.Subject.Length == 0 && change.Verb is ChangeVerb.Closed) : null;
        return closing?.Before is ChangeValue.Talks { Status: var before and (TalksStatus.Scheduled or TalksStatus.UnderWay or TalksStatus.Suspended) }
            ? before
            : _sessions.Exists(session => session.State is SessionState.UnderWay or SessionState.Ended) ? TalksStatus.UnderWay : TalksStatus.Scheduled;
    }
}
