using System.Globalization;

namespace TalksBot.Core.Times;

/// <summary>How long something lasts, in two units at most.</summary>
/// <remarks>Days with hours, hours with minutes, and seconds only under ten minutes, where they matter. What does not fit is
/// dropped, so a remaining time is never overstated. Zero and less is <c>0 min</c>: nothing remains.</remarks>
internal static class SpanWording
{
    private static readonly Duration _secondsCountBelow = Duration.FromMinutes(10);

    public static string Of(Duration duration)
    {
        if (duration < Duration.FromSeconds(1))
        {
            return "0 min";
        }

        return duration switch
        {
            { Days: > 0 } => Two(duration.Days, "d", duration.Hours, "h"),
            { Hours: > 0 } => Two(duration.Hours, "h", duration.Minutes, "min"),
            { Minutes: > 0 } => Two(duration.Minutes, "min", duration < _secondsCountBelow ? duration.Seconds : 0, "s"),
            _ => Count(duration.Seconds, "s"),
        };
    }

    private static string Two(int large, string largeUnit, int small, string smallUnit) =>
        small == 0 ? Count(large, largeUnit) : $"{Count(large, largeUnit)} {Count(small, smallUnit)}";

    private static string Count(int count, string unit) => string.Create(CultureInfo.InvariantCulture, $"{count} {unit}");
}
