using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Sessions;

/// <summary>When a session starts and is to end, as somebody typed it, understood.</summary>
/// <param name="StartsAt">The start; perhaps past.</param>
/// <param name="EndsAt">The end; null when none was given.</param>
/// <param name="Note">What was inferred and must be said; null when nothing was.</param>
internal sealed record SessionTimes(CivilTime StartsAt, CivilTime? EndsAt, string? Note)
{
    private const string At = "at";
    private const string Until = "until";

    /// <summary>Reads the parameters <c>at</c> and <c>until</c>; <c>29 Nov 14:00-16:00</c> is both.</summary>
    /// <param name="call">The command.</param>
    /// <param name="context">What the start is read against.</param>
    /// <param name="mayBePast">Whether a start that has passed however it is read is taken as past.</param>
    public static Found<SessionTimes> Read(CommandCall call, TimeContext context, bool mayBePast)
    {
        var on = context.By(call);
        if (Range(call[At], on, mayBePast) is { } range)
        {
            return Both(call, range);
        }

        if (!Start(call, context, mayBePast).Is(out var start, out var refusal))
        {
            return refusal;
        }

        if (call.Find(Until) is null)
        {
            return new SessionTimes(start.Time, EndsAt: null, start.Note);
        }

        return TypedTime.Read(call, Until, context with { Start = start.Time, MovedFrom = null, Tense = TimeTense.Any }).Is(out var end, out refusal)
            ? new SessionTimes(start.Time, end.Time, Notes(start.Note, end.Note))
            : refusal;
    }

    private static Found<SessionTimes> Both(CommandCall call, TimeRangeReading range)
    {
        if (call.Find(Until) is not null)
        {
            return Reply.Refuse($"The end is given twice, in {At} and in {Until}; keep one.");
        }

        if (range is TimeRangeReading.Refused refused)
        {
            return Reply.Refuse(refused.Why, [.. refused.Readings.Select(reading => new PostButton(Words(reading), call.Retyped(At, reading.Typed)))]);
        }

        var both = (TimeRangeReading.Understood)range;
        call.Understand(At, TimeWording.Iso(both.Start));
        call.Understand(Until, TimeWording.Iso(both.End));
        return new SessionTimes(both.Start, both.End, Notes(both.StartNote, both.EndNote));
    }

    /// <summary>A time whose day is left open is the next one; only what has passed however it is read is taken as past.</summary>
    private static Found<TypedTime> Start(CommandCall call, TimeContext context, bool mayBePast)
    {
        var coming = TypedTime.Read(call, At, context);
        if (coming.Is(out _, out _) || !mayBePast)
        {
            return coming;
        }

        var found = TypedTime.Read(call, At, context with { Tense = TimeTense.Any });
        return found.Is(out var time, out _) && time.Time.ToInstant() <= context.Now ? found : coming;
    }

    private static TimeRangeReading? Range(string typed, TimeContext context, bool mayBePast)
    {
        var coming = TimeRangePhrase.Read(typed, context);
        return mayBePast && coming is TimeRangeReading.Refused && TimeRangePhrase.Read(typed, context with { Tense = TimeTense.Any }) is TimeRangeReading.Understood past && past.Start.ToInstant() <= context.Now
            ? past
            : coming;
    }

    private static string Words(TimeRangeOption reading) => $"{TimeWording.Full(reading.Start)} to {TimeWording.Full(reading.End)}";

    private static string? Notes(string? start, string? end) =>
        string.Join("; ", new[] { start, end is null ? null : $"the end {end}" }.OfType<string>()) is { Length: > 0 } notes ? notes : null;
}
