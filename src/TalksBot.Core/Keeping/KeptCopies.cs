namespace TalksBot.Core.Keeping;

/// <summary>Which copies of the database are kept: the last of each of the latest days, and the last of each of the latest weeks. Pure.</summary>
public static class KeptCopies
{
    /// <summary>Those of the copies that are kept.</summary>
    /// <param name="made">When copies were made.</param>
    /// <param name="zone">Where days begin and end.</param>
    /// <param name="daily">Of how many days with a copy the last one is kept.</param>
    /// <param name="weekly">Of how many weeks, from Monday on, with a copy the last one is kept.</param>
    public static IReadOnlySet<Instant> Of(IReadOnlyCollection<Instant> made, DateTimeZone zone, int daily, int weekly) =>
        Last(made, at => at.InZone(zone).Date, daily).Concat(Last(made, at => MondayOf(at.InZone(zone).Date), weekly)).ToHashSet();

    private static IEnumerable<Instant> Last(IEnumerable<Instant> made, Func<Instant, LocalDate> period, int count) =>
        made.GroupBy(period).OrderByDescending(group => group.Key).Take(count).Select(group => group.Max());

    private static LocalDate MondayOf(LocalDate date) => date.PlusDays(IsoDayOfWeek.Monday - date.DayOfWeek);
}
