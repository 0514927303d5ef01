using System.Globalization;

namespace TalksBot.Core.Times;

/// <summary>The names of the alerts on a ladder.</summary>
public static class RungWording
{
    /// <summary>As in "the 15-minute alert" or "the 36-hour alert"; zero is "the deadline alert".</summary>
    public static string Alert(Duration rung)
    {
        if (rung == Duration.Zero)
        {
            return "deadline alert";
        }

        return rung switch
        {
            _ when Whole(rung, Duration.FromDays(1)) && rung >= Duration.FromDays(2) => Name(rung.TotalDays, "day"),
            _ when Whole(rung, Duration.FromHours(1)) => Name(rung.TotalHours, "hour"),
            _ when Whole(rung, Duration.FromMinutes(1)) => Name(rung.TotalMinutes, "minute"),
            _ => Name(rung.TotalSeconds, "second"),
        };
    }

    /// <summary>As in <c>24 h</c>, <c>36 h</c>, <c>3 d</c> or <c>30 min</c>: whole hours stay hours below two days, as desks count them.</summary>
    public static string Length(Duration rung) =>
        rung >= Duration.FromHours(24) && rung < Duration.FromDays(3) && Whole(rung, Duration.FromHours(1)) && !(rung >= Duration.FromDays(2) && Whole(rung, Duration.FromDays(1)))
            ? string.Create(CultureInfo.InvariantCulture, $"{rung.TotalHours:0} h")
            : TimeWording.Span(rung);

    /// <summary>Several alerts in a row, as in "24-hour, 3-hour and deadline alerts".</summary>
    public static string Alerts(IReadOnlyCollection<Duration> rungs)
    {
        var names = rungs.OrderDescending().Select(rung => Alert(rung)[..^" alert".Length]).ToList();
        return names.Count == 1 ? Alert(rungs.Single()) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]} alerts";
    }

    private static bool Whole(Duration rung, Duration unit) => rung.BclCompatibleTicks % unit.BclCompatibleTicks == 0;

    private static string Name(double count, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:0.###}-{unit} alert");
}
