using System.Diagnostics;
using TalksBot.Core.Negotiations.Snapshots;
using TalksBot.Core.Times;

namespace TalksBot.Core.Negotiations;

/// <summary>The sessions of the talks.</summary>
public sealed partial class Negotiation
{
    private readonly List<Session> _sessions = [];

    /// <summary>The sessions, in the order they were announced.</summary>
    public IReadOnlyList<Session> Sessions => _sessions;

    /// <summary>Announces a session; null and a sentence when refused.</summary>
    public (Session? Session, string? Refusal) AddSession(SessionTerms terms, Stamp stamp)
    {
        var refusal = RefuseWhenClosed()
            ?? (terms.EndsAt is { } end && end.ToInstant() <= terms.StartsAt.ToInstant()
                ? "A session must end after it starts; correct one of the two times."
                : null);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        var session = new Session(++LastSession, terms);
        Keep(stamp, session.Name, ChangeVerb.Added, ChangeValue.None, new ChangeValue.Moment(terms.StartsAt));
        _sessions.Add(session);
        return (session, null);
    }

    /// <summary>A planned session starts at another time; its end is dropped unless another is given.</summary>
    public string? MoveSession(Session session, CivilTime to, Stamp stamp, CivilTime? end = null, string note = "", string by = "")
    {
        var refusal = RefuseWhenClosed() ?? RefuseUnless(session, SessionState.Planned, "moved");
        if (refusal is not null)
        {
            return refusal;
        }

        if (to.ToInstant() == session.StartsAt.ToInstant())
        {
            return $"{session.Name} already starts at {TimeWording.Full(session.StartsAt)}.";
        }

        Keep(stamp, session.Name, ChangeVerb.Moved, new ChangeValue.Moment(session.StartsAt), new ChangeValue.Moment(to) { Note = note, MovedBy = by });
        session.Move(to, end);
        return null;
    }

    /// <summary>The parties are in the room; the talks are under way.</summary>
    public string? StartSession(Session session, CivilTime at, Stamp stamp)
    {
        var refusal = RefuseWhenClosed() ?? RefuseUnless(session, SessionState.Planned, "started");
        if (refusal is not null)
        {
            return refusal;
        }

        Begin(session, at, stamp);
        return null;
    }

    /// <summary>A session is over; one whose start nobody reported began as planned.</summary>
    public string? EndSession(Session session, CivilTime at, Stamp stamp)
    {
        var beganAsPlanned = session.State is SessionState.Planned && at.ToInstant() > session.StartsAt.ToInstant() && Status is not TalksStatus.Closed;
        if (beganAsPlanned)
        {
            Begin(session, session.StartsAt, stamp);
        }

        var refusal = RefuseWhenClosed() ?? RefuseUnless(session, SessionState.UnderWay, "ended")
            ?? (at.ToInstant() < session.StartsAt.ToInstant() ? $"{session.Name} cannot end before it started, at {TimeWording.Full(session.StartsAt)}; correct the time." : null);
        if (refusal is null)
        {
            Keep(stamp, session.Name, ChangeVerb.Ended, ChangeValue.None, new ChangeValue.Moment(at));
            session.End(at);
        }

        return refusal;
    }

    /// <summary>A planned session will not take place.</summary>
    public string? CancelSession(Session session, string note, Stamp stamp)
    {
        var refusal = RefuseWhenClosed() ?? RefuseUnless(session, SessionState.Planned, "cancelled");
        if (refusal is null)
        {
            Keep(stamp, session.Name, ChangeVerb.Cancelled, new ChangeValue.Moment(session.StartsAt), ChangeValue.Of(note));
            session.Cancel();
        }

        return refusal;
    }

    private void Begin(Session session, CivilTime at, Stamp stamp)
    {
        Keep(stamp, session.Name, ChangeVerb.Started, new ChangeValue.Moment(session.StartsAt), new ChangeValue.Moment(at));
        Touch(TalksParts.Whole);
        session.Start(at);
        if (Status is TalksStatus.Scheduled or TalksStatus.Suspended)
        {
            Status = TalksStatus.UnderWay;
        }
    }

    private static string? RefuseUnless(Session session, SessionState state, string verb) =>
        session.State == state ? null : $"{session.Name} cannot be {verb}: it is {Advice(session.State)}.";

    private static string Advice(SessionState state) => state switch
    {
        SessionState.Planned => "only planned; say first that it began, with session start",
        SessionState.UnderWay => "under way; say that it is over, with session end",
        SessionState.Ended => "over; plan a new one with session add",
        SessionState.Cancelled => "cancelled already; plan a new one with session add",
        _ => throw new UnreachableException(),
    };
}
