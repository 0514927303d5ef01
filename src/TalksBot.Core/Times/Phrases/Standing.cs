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

/// <summary>A zone, a time of day in it and the moment now: enough to tell when a day's time comes round.</summary>
internal sealed record DayMoment(ZoneOption Zone, ClockOption Clock, TimeContext Context)
{
    /// <summary>The date it is there now.</summary>
    public LocalDate Today { get; } = Context.Now.InZone(Zone.Zone).Date;

    /// <summary>Whether only what is still to come is meant; of an end, what comes after its start.</summary>
    public bool LooksAhead => Context.Tense == TimeTense.Future || Context.Start is not null;

    /// <summary>The moment it has to come after where it looks ahead.</summary>
    public Instant From => Context.Start?.ToInstant() ?? Context.Now;

    /// <summary>The date there on which what comes next is looked for.</summary>
    public LocalDate FirstDay => Context.Start is null ? Today : From.InZone(Zone.Zone).Date;

    /// <summary>The moment on that date, leniently where clocks change.</summary>
    public Instant On(LocalDate date)
    {
        var local = (Clock.NextDay ? date.PlusDays(1) : date) + Clock.Time;
        return Zone.Offset is { } offset ? local.WithOffset(offset).ToInstant() : Zone.Zone.AtLeniently(local).ToInstant();
    }

    /// <summary>The date on which it comes next or, when the past is meant as well, nearest; when only the past is, last. Dates in ascending order.</summary>
    public LocalDate Choose(IReadOnlyList<LocalDate> dates) => Context.Tense switch
    {
        _ when LooksAhead => dates.FirstOrDefault(date => On(date) > From, dates[^1]),
        TimeTense.Past => dates.LastOrDefault(date => On(date) <= Context.Now, dates[0]),
        _ => dates.MinBy(date => (On(date) - Context.Now).TotalNanoseconds is var distance && distance < 0 ? -distance : distance),
    };
}
