using TalksBot.Core.Times;

namespace TalksBot.Core.Negotiations;

/// <summary>The embargoes and approvals that keep updates from being shown.</summary>
public sealed partial class Negotiation
{
    /// <summary>The embargo of an update ends at another time.</summary>
    public string? MoveEmbargo(Update update, CivilTime to, Stamp stamp)
    {
        var refusal = RefuseWhenClosed() ?? RefuseUnlessEmbargoed(update) ?? RefuseEmbargo(to, stamp)
            ?? (update.Embargo!.ToInstant() == to.ToInstant() ? $"The embargo of {update.Name} already ends then; name another time." : null);
        if (refusal is null)
        {
            Keep(stamp, update.Name, ChangeVerb.Embargoed, new ChangeValue.Moment(update.Embargo!), new ChangeValue.Moment(to));
            update.EmbargoUntil(to);
        }

        return refusal;
    }

    /// <summary>An embargo ends before its time, because somebody decided so.</summary>
    public string? BreakEmbargo(Update update, string reason, Stamp stamp)
    {
        var refusal = RefuseWhenClosed() ?? RefuseUnlessEmbargoed(update);
        if (refusal is null)
        {
            Keep(stamp, update.Name, ChangeVerb.Broken, new ChangeValue.Moment(update.Embargo!), ChangeValue.Of(reason));
            update.EmbargoUntil(null);
            update.ComesOut(stamp.At);
        }

        return refusal;
    }

    /// <summary>An embargo's time has come. Nothing happens where it was moved, broken or killed meanwhile.</summary>
    /// <returns>True when the update may be shown from now on.</returns>
    public bool LiftEmbargo(Update update, Stamp stamp)
    {
        if (update is not { Killing: null, Embargo: { } embargo } || embargo.ToInstant() > stamp.At)
        {
            return false;
        }

        Keep(stamp, update.Name, ChangeVerb.Lifted, new ChangeValue.Moment(embargo), ChangeValue.None);
        update.EmbargoUntil(null);
        update.ComesOut(stamp.At);
        return true;
    }

    /// <summary>A second editor approves a flash.</summary>
    public string? ApproveFlash(Update update, Stamp stamp) => AnswerFlash(update, ApprovalState.Approved, ChangeVerb.Approved, stamp);

    /// <summary>An editor rejects a flash; its author may do so too.</summary>
    public string? RejectFlash(Update update, Stamp stamp) => AnswerFlash(update, ApprovalState.Rejected, ChangeVerb.Rejected, stamp);

    /// <summary>Nobody approved a flash in time.</summary>
    /// <returns>True when it expired now.</returns>
    public bool ExpireFlash(Update update, Stamp stamp)
    {
        if (!update.AwaitsApproval || update.Approval!.Until > stamp.At)
        {
            return false;
        }

        Keep(stamp, update.Name, ChangeVerb.Expired, ChangeValue.None, ChangeValue.None);
        update.Ask(update.Approval with { State = ApprovalState.Expired });
        return true;
    }

    private string? AnswerFlash(Update update, ApprovalState to, ChangeVerb verb, Stamp stamp)
    {
        var refusal = RefuseWhenClosed() ?? RefuseAnswer(update, to, stamp);
        if (refusal is null)
        {
            Keep(stamp, update.Name, verb, ChangeValue.None, ChangeValue.None);
            update.Ask(update.Approval! with { State = to, AnsweredBy = stamp.By });
            update.ComesOut(stamp.At);
        }

        return refusal;
    }

    private static string? RefuseAnswer(Update update, ApprovalState to, Stamp stamp) => update switch
    {
        { Killing: not null } => $"{update.Name} was killed; there is nothing to approve any more.",
        { Approval: null } => $"{update.Name} is no flash, so it needs no approval.",
        { Approval.State: ApprovalState.Expired } => $"{update.Name} expired because nobody approved it in time; add it again.",
        { Approval: { State: ApprovalState.Approved or ApprovalState.Rejected } answered } =>
            $"{update.Name} was {answered.State.ToString().ToLowerInvariant()} already, by {answered.AnsweredBy}.",
        _ when update.Approval!.Until <= stamp.At => $"{update.Name} expired because nobody approved it in time; add it again.",
        _ when to is ApprovalState.Approved && update.Approval.AskedBy == stamp.Person =>
            $"{update.Name} is your own flash; a second editor must approve it.",
        _ => null,
    };

    private static string? RefuseUnlessEmbargoed(Update update) => update switch
    {
        { Killing: not null } => $"{update.Name} was killed; it has no embargo any more.",
        { Embargo: null } => $"{update.Name} is under no embargo.",
        _ => null,
    };

    /// <summary>News that comes after the deadline it is about is no news; an embargo in the past is none.</summary>
    private string? RefuseEmbargo(CivilTime? embargo, Stamp stamp)
    {
        if (embargo is null)
        {
            return null;
        }

        var lift = embargo.ToInstant();
        var last = _deadlines.Where(deadline => deadline.IsOpen && deadline.At.ToInstant() > stamp.At).MaxBy(deadline => deadline.At.ToInstant());
        return lift <= stamp.At
            ? $"An embargo until {TimeWording.Full(embargo)} is over already; name a time to come, or leave the embargo out."
            : last is not null && lift > last.At.ToInstant()
                ? $"An embargo until {TimeWording.Full(embargo)} would outlast {last.Name}, which falls {TimeWording.Full(last.At)}; name an earlier time."
                : null;
    }
}
