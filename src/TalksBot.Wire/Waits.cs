using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace TalksBot.Wire;

/// <summary>Reads how long an answer asks to wait, in whatever way it says so, and as far as that can be believed.</summary>
internal static class Waits
{
    /// <summary>Whoever asks for more is asked again after this long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>A number of seconds; null for one that is below zero or none at all.</summary>
    public static TimeSpan? Of(double? seconds) =>
        seconds is { } number && double.IsFinite(number) && number >= 0 ? TimeSpan.FromSeconds(Math.Min(number, Longest.TotalSeconds)) : null;

    /// <summary>A number, or a text that is one.</summary>
    public static TimeSpan? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => Of(value.TryGetDouble(out var number) ? number : null),
        JsonValueKind.String => Of(Number(value.GetString())),
        _ => null,
    };

    /// <summary>The header <c>Retry-After</c>: seconds, with or without decimals, or a date.</summary>
    public static TimeSpan? RetryAfter(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var text = headers.TryGetValues("Retry-After", out var values) ? values.FirstOrDefault() : null;
        return Of(Number(text)) ?? (headers.RetryAfter?.Date is { } date ? Of(Math.Max(0, (date - now).TotalSeconds)) : null);
    }

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
