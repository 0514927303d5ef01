using System.Globalization;

namespace TalksBot.Core.Times;

/// <summary>How long something lasts, in two units at most.</summary>
/// <remarks>Days with hours, hours with minutes, and never seconds. What does not fit is dropped, so a remaining time is never
/// overstated. Zero and less is <c>0 min</c>: nothing remains.</remarks>
internal static class SpanWording
{
    public static string Of(Duration duration) => duration switch
    {
        { Days: > 0 } => Two(duration.Days, "d", duration.Hours, "h"),
        { Hours: > 0 } => Two(duration.Hours, "h", duration.Minutes, "min"),
        { Minutes: > 0 } => Count(duration.Minutes, "min"),
        _ => duration > Duration.Zero ? "less than a minute" : "0 min",
    };

    private static string Two(int large, string largeUnit, int small, string smallUnit) =>
        small == 0 ? Count(large, largeUnit) : $"{Count(large, largeUnit)} {Count(small, smallUnit)}";

    private static string Count(int count, string unit) => string.Create(CultureInfo.InvariantCulture, $"{count} {unit}");
}
