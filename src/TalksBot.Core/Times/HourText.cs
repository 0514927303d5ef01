using NodaTime.Text;

namespace TalksBot.Core.Times;

/// <summary>A local hour of the day, such as a digest's, written <c>08:00</c>.</summary>
public static class HourText
{
    private static readonly LocalTimePattern Written = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalTimePattern Typed = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    /// <summary>Reads <c>8:00</c> or <c>08:00</c>, always by the 24-hour clock; false when it is neither.</summary>
    public static bool TryParse(string text, out LocalTime hour)
    {
        var result = Typed.Parse(text.Trim());
        hour = result.Success ? result.Value : default;
        return result.Success;
    }

    /// <summary>The hour as <see cref="TryParse"/> reads it.</summary>
    public static string Write(LocalTime hour) => Written.Format(hour);
}
