using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Times;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Sessions;

/// <summary>When something has happened to a session, as somebody reports it.</summary>
internal static class ReportedTime
{
    /// <summary>Reads when it began; now when that is left out. The planned hour settles am or pm.</summary>
    public static Found<TypedTime> Start(CommandCall call, Negotiation talks, Session session, Instant now) =>
        Read(call, session, talks.Times(now, TimeTense.Any) with { Planned = HourOf(session.StartsAt, talks) }, session.StartsAt);

    /// <summary>Reads when it ended; now when that is left out. The planned end settles am or pm, else that it comes after the start.</summary>
    public static Found<TypedTime> End(CommandCall call, Negotiation talks, Session session, Instant now) => session.EndsAt is { } end
        ? Read(call, session, talks.Times(now, TimeTense.Any) with { Planned = HourOf(end, talks) }, end)
        : Read(call, session, talks.Times(now, TimeTense.Any) with { After = HourOf(session.StartsAt, talks) }, session.StartsAt);

    /// <summary>The hour on the clock of the talks, by which what is typed is read.</summary>
    private static LocalTime HourOf(CivilTime time, Negotiation talks) => time.ToInstant().InZone(talks.Zone).TimeOfDay;

    /// <summary>What is still to come cannot be reported; of an hour alone the last one is meant where that is nearer to what was planned.</summary>
    private static Found<TypedTime> Read(CommandCall call, Session session, TimeContext context, CivilTime planned)
    {
        if (call.Find("at") is null)
        {
            return new TypedTime(Now(session, context.Now), Note: null);
        }

        if (!TypedTime.Read(call, "at", context).Is(out var typed, out var refusal))
        {
            return refusal;
        }

        if (typed.Time.ToInstant() <= context.Now)
        {
            return typed;
        }

        return TypedTime.Read(call, "at", context with { Tense = TimeTense.Past }).Is(out var last, out _) && Off(last.Time, planned) < Off(typed.Time, planned)
            ? last
            : Reply.Refuse($"{TimeWording.Full(typed.Time)} is still to come; write when it happened, with the date, or leave \"at\" out for now.");
    }

    private static Duration Off(CivilTime one, CivilTime other) => Duration.FromNanoseconds(Math.Abs((one.ToInstant() - other.ToInstant()).TotalNanoseconds));

    /// <summary>Now by the clock of the session, to the minute as people report it, yet not before a session under way began.</summary>
    private static CivilTime Now(Session session, Instant now)
    {
        var minute = now - Duration.FromTicks(now.ToUnixTimeTicks() % NodaConstants.TicksPerMinute);
        var earliest = session.State is SessionState.UnderWay ? session.StartsAt.ToInstant() : minute;
        return CivilTime.At(Instant.Max(minute, earliest), session.StartsAt.Zone);
    }
}
