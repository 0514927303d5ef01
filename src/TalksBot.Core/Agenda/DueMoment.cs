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

    /// <summary>The row of the deadline, session, update, follow, reminder or delivery it belongs to.</summary>
    public int SubjectId { get; private set; }

    /// <summary>When.</summary>
    public Instant Due { get; private set; }

    /// <summary>How long before its subject (countdown, session) or after it (nudge); zero for a digest.</summary>
    public Duration Rung { get; private set; }

    /// <summary>Where it stands.</summary>
    public MomentState State { get; private set; } = MomentState.Open;

    /// <summary>The row of the last follow that was told, where so many follow the talks that they are told in slices; zero before the first.</summary>
    public int ToldTo { get; private set; }

    /// <summary>Its cause went away.</summary>
    public void Cancel() => State = MomentState.Cancelled;
}

/// <summary>What falls due. Numbers are stored: never renumber.</summary>
public enum MomentKind
{
    /// <summary>A rung of a deadline's countdown, the deadline itself included.</summary>
    Countdown = 1,

    /// <summary>An alert for a session.</summary>
    Session = 2,

    /// <summary>A follow's daily digest.</summary>
    Digest = 3,

    /// <summary>A reminder to the desk that a passed deadline still has no outcome.</summary>
    Nudge = 4,

    /// <summary>An embargo's end, or a reminder to the desk before it.</summary>
    Lift = 5,

    /// <summary>A flash nobody approved expires.</summary>
    Approval = 6,

    /// <summary>A follow's quiet hours end.</summary>
    QuietEnd = 7,

    /// <summary>An alert that nobody has acknowledged.</summary>
    Escalation = 8,

    /// <summary>The channels of a deadline are checked while there is time to mend them.</summary>
    Preflight = 9,

    /// <summary>A session of which nobody has said what became of it.</summary>
    Silence = 10,

    /// <summary>Somebody wants to be told of a deadline or session alone.</summary>
    Reminder = 11,

    /// <summary>The desk wanted to be asked later what came of a deadline.</summary>
    Snooze = 12,

    /// <summary>A deadline that repeats has come, and the next one is to be planned.</summary>
    NextDeadline = 13,

    /// <summary>A session that repeats has come, and the next one is to be planned.</summary>
    NextSession = 14,
}

/// <summary>Where a due moment stands. Numbers are stored: never renumber.</summary>
public enum MomentState
{
    /// <summary>Still to be claimed.</summary>
    Open = 1,

    /// <summary>Its deliveries are written.</summary>
    Claimed = 2,

    /// <summary>Its cause went away.</summary>
    Cancelled = 3,
}

/// <summary>A moment the agenda should hold.</summary>
/// <param name="Kind">What falls due.</param>
/// <param name="SubjectId">The row of the deadline, session or follow.</param>
/// <param name="Due">When.</param>
/// <param name="Rung">As in <see cref="DueMoment.Rung"/>.</param>
public sealed record PlannedMoment(MomentKind Kind, int SubjectId, Instant Due, Duration Rung)
{
    /// <summary>What an existing moment would be planned as.</summary>
    public static PlannedMoment Of(DueMoment moment) => new(moment.Kind, moment.SubjectId, moment.Due, moment.Rung);
}
