namespace TalksBot.Core.Times.Phrases;

/// <summary>What the time being moved says where the words leave it out: an hour alone is on its day, a day alone at its hour.</summary>
internal static class Standing
{
    /// <summary>The context in whose zone the words are read: that of the time being moved where they lean on it.</summary>
    public static TimeContext Of(PhraseParts parts, TimeContext context) => context switch
    {
        { Start: { } start } when parts.Zone is null && parts.Offset is null => context with { Zone = start.Zone },
        { Start: null, MovedFrom: { } moved } when LeavesOut(parts) && parts.Zone is null && parts.Offset is null => context with { Zone = moved.Zone },
        _ => context,
    };

    /// <summary>The date that an hour alone is on; null when nothing is moved.</summary>
    public static LocalDate? Date(TimeContext context, DateTimeZone zone) =>
        context is { Start: null, MovedFrom: { } moved } ? moved.ToInstant().InZone(zone).Date : null;

    /// <summary>The hour that a day alone is at; null when nothing is moved or the words name another zone.</summary>
    public static LocalTime? Hour(PhraseParts parts, TimeContext context) =>
        context is { Start: null, MovedFrom: { } moved } && parts is { DayPart: null, EndOf: null, Zone: null, Offset: null } ? moved.Local.TimeOfDay : null;

    private static bool LeavesOut(PhraseParts parts) => !parts.HasDate || parts.Clock is null;
}
