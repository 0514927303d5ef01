using System.Globalization;
using System.Net.Http.Headers;

namespace TalksBot.Discord.Wire.Limits;

/// <summary>The rate limit headers by their names (discord.md §10).</summary>
/// <param name="headers">An answer's headers.</param>
/// <param name="now">When it came, to which a date is compared.</param>
internal sealed class LimitHeaders(HttpResponseHeaders headers, DateTimeOffset now)
{
    public string? Bucket => Text("X-RateLimit-Bucket");

    public int? Remaining => Number("X-RateLimit-Remaining") is { } remaining and >= 0 and <= int.MaxValue ? (int)remaining : null;

    public double? Reset => Number("X-RateLimit-Reset");

    public TimeSpan? ResetAfter => Span("X-RateLimit-Reset-After");

    public TimeSpan? RetryAfter => Waits.RetryAfter(headers, now);

    public string? Scope => Text("X-RateLimit-Scope");

    public bool Global => string.Equals(Text("X-RateLimit-Global"), "true", StringComparison.OrdinalIgnoreCase);

    private string? Text(string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private double? Number(string name) =>
        double.TryParse(Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;

    private TimeSpan? Span(string name) => Waits.Of(Number(name));
}
