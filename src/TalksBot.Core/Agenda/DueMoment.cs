namespace TalksBot.Core.Agenda;

/// <summary>A moment at which the desk has something to say: one line of the agenda.</summary>
public sealed class DueMoment
{
    private DueMoment()
    {
    }

    /// <summary>A moment still to come.</summary>
    /// <param name="kind">What falls due.</param>
    /// <param name="negotiationId">The negotiation's row.</param>
    /// <param name="subjectId">The row of the deadline, session or follow it belongs to.</param>
    /// <param name="due">When.</param>
    /// <param name="rung">How long before its subject (countdown, session) or after it (nudge); zero for a digest.</param>
    public DueMoment(MomentKind kind, int negotiationId, int subjectId, Instant due, Duration rung)
    {
        Kind = kind;
        NegotiationId = negotiationId;
        SubjectId = subjectId;
        Due = due;
        Rung = rung;
    }

    /// <summary>The row.</summary>
    public long Id { get; private set; }

    /// <summary>What falls due.</summary>
    public MomentKind Kind { get; private set; }

    /// <summary>The negotiation's row.</summary>
    public int NegotiationId { get; private set; }

    /// <summary>The row of the deadline, session, update, follow or delivery it belongs to.</summary>
    public int SubjectId { get; private set; }

    /// <summary>When.</summary>
    public Instant Due { get; private set; }

    /// <summary>How long before its subject (countdown, session) or after it (nudge); zero for a digest.</summary>
    public Duration Rung { get; private set; }

    /// <summary>Where it stands.</summary>
    public MomentState State { get; private set; } = MomentState.Open;

    /// <summary>Its deliveries are written.</summary>
    public void Claim() => State = MomentState.Claimed;

    /// <summary>Its cause went away.</summary>
    public void Cancel() => State = MomentState.Cancelled;
}
