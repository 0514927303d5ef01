using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Times;
using TalksBot.Features.Desk;

namespace TalksBot.Features.Sessions;

/// <summary>When a session starts and is to end, as somebody typed it, understood.</summary>
/// <param name="StartsAt">The start; perhaps past.</param>
/// <param name="EndsAt">The end; null when none was given.</param>
/// <param name="Note">What was inferred and must be said; null when nothing was.</param>
internal sealed record SessionTimes(CivilTime StartsAt, CivilTime? EndsAt, string? Note)
{
    /// <summary>Reads the parameters <c>at</c> and <c>until</c>.</summary>
    public static Found<SessionTimes> Read(CommandCall call, Negotiation talks, Instant now)
    {
        if (!Read(call, "at", talks.Times(now, TimeTense.Future)).Is(out var start, out var refusal))
        {
            return refusal;
        }

        if (call.Find("until") is null)
        {
            return new SessionTimes(start.Time, EndsAt: null, start.Note);
        }

        return ReadEnd(call, talks, start.Time, now).Is(out var end, out refusal)
            ? new SessionTimes(start.Time, end.Time, Notes(start.Note, end.Note))
            : refusal;
    }

    /// <summary>A time whose day is left open is the next one; only what has passed however it is read is taken as past.</summary>
    private static Found<TypedTime> Read(CommandCall call, string parameter, TimeContext context)
    {
        var coming = TypedTime.Read(call, parameter, context);
        var found = coming.Is(out _, out _) ? coming : TypedTime.Read(call, parameter, context with { Tense = TimeTense.Any });
        return found.Is(out var time, out _) && (found == coming || time.Time.ToInstant() <= context.Now) ? found : coming;
    }

    /// <summary>An end is read by the clock of the start; <c>+2h</c> counts from the start.</summary>
    private static Found<TypedTime> ReadEnd(CommandCall call, Negotiation talks, CivilTime start, Instant now)
    {
        var from = start.ToInstant();
        var context = new TimeContext(Instant.Min(now, from), start.Zone, talks.Clocks, TimeTense.Future, start);
        var said = Read(call, "until", context);
        if (!said.Is(out var end, out _) || end.Time.ToInstant() > from)
        {
            return said;
        }

        // "until 13:00" of a session three days off is not today's 13:00 but the first one after the start.
        var after = TypedTime.Read(call, "until", context with { Now = from });
        return after.Is(out _, out _) ? after : said;
    }

    private static string? Notes(string? start, string? end) =>
        string.Join("; ", new[] { start, end is null ? null : $"the end {end}" }.OfType<string>()) is { Length: > 0 } notes ? notes : null;
}
