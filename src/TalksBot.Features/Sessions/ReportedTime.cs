using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Times;
using TalksBot.Features.Desk;

namespace TalksBot.Features.Sessions;

/// <summary>When something has happened to a session, as somebody reports it.</summary>
internal static class ReportedTime
{
    /// <summary>Reads the parameter <c>at</c>; now when it is left out. What is still to come cannot be reported.</summary>
    public static Found<TypedTime> Read(CommandCall call, Negotiation talks, Session session, Instant now)
    {
        if (call.Find("at") is null)
        {
            return new TypedTime(Now(session, now), Note: null);
        }

        if (!TypedTime.Read(call, "at", talks.Times(now, TimeTense.Any)).Is(out var typed, out var refusal))
        {
            return refusal;
        }

        return typed.Time.ToInstant() > now
            ? Reply.Refuse($"{TimeWording.Full(typed.Time)} is still to come; write when it happened, with the date, or leave \"at\" out for now.")
            : typed;
    }

    /// <summary>Now by the clock of the session, to the minute as people report it, yet not before a session under way began.</summary>
    private static CivilTime Now(Session session, Instant now)
    {
        var minute = now - Duration.FromTicks(now.ToUnixTimeTicks() % NodaConstants.TicksPerMinute);
        var earliest = session.State is SessionState.UnderWay ? session.StartsAt.ToInstant() : minute;
        return CivilTime.At(Instant.Max(minute, earliest), session.StartsAt.Zone);
    }
}
