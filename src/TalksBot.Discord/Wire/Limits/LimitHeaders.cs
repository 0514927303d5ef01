using System.Globalization;
using System.Net.Http.Headers;

namespace TalksBot.Discord.Wire.Limits;

/// <summary>The rate limit headers by their names (discord.md §10).</summary>
internal sealed class LimitHeaders(HttpResponseHeaders headers)
{
    public string? Bucket => Text("X-RateLimit-Bucket");

    public int? Remaining => Number("X-RateLimit-Remaining") is { } remaining ? (int)remaining : null;

    public double? Reset => Number("X-RateLimit-Reset");

    public TimeSpan? ResetAfter => Span("X-RateLimit-Reset-After");

    public TimeSpan? RetryAfter => Span("Retry-After");

    public string? Scope => Text("X-RateLimit-Scope");

    public bool Global => string.Equals(Text("X-RateLimit-Global"), "true", StringComparison.OrdinalIgnoreCase);

    private string? Text(string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private double? Number(string name) =>
        double.TryParse(Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;

    private TimeSpan? Span(string name) =>
        Number(name) is { } seconds and >= 0 and < 1e9 ? TimeSpan.FromSeconds(seconds) : null;
}
