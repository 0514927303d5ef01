using System.Globalization;
using TalksBot.Core.Text;

namespace TalksBot.Core.Times.Repeats;

/// <summary>Rules and their days in words. Pure.</summary>
public static class RepeatWording
{
    /// <summary>So many of the days to come are shown.</summary>
    private const int Shown = 3;

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth"];

    /// <summary>As in <c>every Tuesday, until Thu 31 Dec 2026</c> or <c>every first Monday of the month, 10 times</c>.</summary>
    public static string Of(RepeatRule rule) => $"{Days(rule)}{End(rule)}";

    /// <summary>The days after one, as in <c>Tue 4 Jul, Tue 11 Jul, Tue 18 Jul …</c>; the year where it is another. Empty where there is none.</summary>
    public static string Following(RepeatRule rule, LocalDate first, LocalDate after)
    {
        var days = rule.From(first).Where(day => day > after).Take(Shown + 1).ToList();
        return $"{string.Join(", ", days.Take(Shown).Select(day => Date(day, after)))}{(days.Count > Shown ? " …" : "")}";
    }

    /// <summary>Why an occurrence is not at the hour of its rule, or which of two it is, on a day on which clocks change; null on any other.</summary>
    /// <param name="slot">The day and hour by the rule.</param>
    /// <param name="zone">Where.</param>
    public static string? Shifted(LocalDateTime slot, DateTimeZone zone)
    {
        var (hour, day) = (TimeWording.Clock(slot.TimeOfDay), Date(slot.Date, slot.Date));
        var mapping = zone.MapLocal(slot);
        return mapping.Count switch
        {
            0 => $"Clocks skip {hour} on {day}: it is at {TimeWording.Clock(mapping.LateInterval.IsoLocalStart.TimeOfDay)}.",
            2 => $"{hour} comes twice on {day}: the first is meant.",
            _ => null,
        };
    }

    private static string Days(RepeatRule rule) => rule.Unit switch
    {
        RepeatUnit.Day => rule.Every == 1 ? "every day" : Each(rule, "day"),
        RepeatUnit.Week when rule is { Every: 1, Weekdays: [IsoDayOfWeek.Monday, _, _, _, IsoDayOfWeek.Friday] } => "every weekday",
        RepeatUnit.Week => rule.Every == 1 ? $"every {Names(rule)}" : $"{Each(rule, "week")} on {Names(rule)}",
        RepeatUnit.Month when rule.Ordinal != 0 => $"every {(rule.Ordinal < 0 ? "last" : Ordinals[rule.Ordinal - 1])} {Names(rule)} of {(rule.Every == 1 ? "the month" : $"each {Nth(rule.Every)} month")}",
        RepeatUnit.Month => $"{(rule.Every == 1 ? "every month" : Each(rule, "month"))} on the {(rule.Day < 0 ? "last day" : Nth(rule.Day))}",
        _ => $"{(rule.Every == 1 ? "every year" : Each(rule, "year"))} on {(rule.Day < 0 ? "the last day of" : rule.Day.ToString(CultureInfo.InvariantCulture))} {CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(rule.Month)}",
    };

    private static string Each(RepeatRule rule, string unit) => string.Create(CultureInfo.InvariantCulture, $"every {rule.Every} {unit}s");

    private static string Names(RepeatRule rule) => Typography.And([.. rule.Weekdays.Select(day => day.ToString())]);

    private static string Nth(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}{(number % 100 is 11 or 12 or 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" })}");

    private static string End(RepeatRule rule) => rule switch
    {
        { Count: { } count } => string.Create(CultureInfo.InvariantCulture, $", {count} times"),
        { Until: { } until } => $", until {TimeWording.Date(until)}",
        _ => "",
    };

    private static string Date(LocalDate day, LocalDate near) => day.ToString(day.Year == near.Year ? "ddd d MMM" : "ddd d MMM uuuu", CultureInfo.InvariantCulture);
}
