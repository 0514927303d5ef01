namespace TalksBot.Core.Times.Phrases;

/// <summary>A zone, a time of day in it and the moment now: enough to tell when a day's time comes round.</summary>
internal sealed record DayMoment(ZoneOption Zone, ClockOption Clock, TimeContext Context)
{
    /// <summary>The date it is there now.</summary>
    public LocalDate Today { get; } = Context.Now.InZone(Zone.Zone).Date;

    /// <summary>The moment on that date, leniently where clocks change.</summary>
    public Instant On(LocalDate date)
    {
        var local = (Clock.NextDay ? date.PlusDays(1) : date) + Clock.Time;
        return Zone.Offset is { } offset ? local.WithOffset(offset).ToInstant() : Zone.Zone.AtLeniently(local).ToInstant();
    }

    /// <summary>The date on which it comes next or, when the past is meant as well, nearest. Dates in ascending order.</summary>
    public LocalDate Choose(IReadOnlyList<LocalDate> dates) => Context.Tense == TimeTense.Future
        ? dates.FirstOrDefault(date => On(date) > Context.Now, dates[^1])
        : dates.MinBy(date => (On(date) - Context.Now).TotalNanoseconds is var distance && distance < 0 ? -distance : distance);
}
