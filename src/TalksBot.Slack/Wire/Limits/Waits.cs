using System.Globalization;
using System.Net.Http.Headers;

namespace TalksBot.Slack.Wire.Limits;

/// <summary>Reads how long an answer asks to wait, in whatever way it says so, and as far as that can be believed.</summary>
internal static class Waits
{
    /// <summary>Whoever asks for more is asked again after this long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>The header <c>Retry-After</c>: seconds, with or without decimals, or a date; null for one that is none or below zero.</summary>
    public static TimeSpan? RetryAfter(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var text = headers.TryGetValues("Retry-After", out var values) ? values.FirstOrDefault() : null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
        {
            return Of(seconds);
        }

        return headers.RetryAfter?.Date is { } date ? Of(Math.Max(0, (date - now).TotalSeconds)) : null;
    }

    private static TimeSpan? Of(double seconds) =>
        double.IsFinite(seconds) && seconds >= 0 ? TimeSpan.FromSeconds(Math.Min(seconds, Longest.TotalSeconds)) : null;
}
