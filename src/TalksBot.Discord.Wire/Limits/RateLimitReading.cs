using System.Globalization;
using System.Net.Http.Headers;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Wire.Limits;

/// <summary>What one answer says about limits; nothing is known that no header said (discord.md §10).</summary>
internal sealed record RateLimitReading
{
    public static RateLimitReading None { get; } = new();

    /// <summary>The bucket's opaque hash.</summary>
    public string? Bucket { get; init; }

    public int? Remaining { get; init; }

    public TimeSpan? ResetAfter { get; init; }

    /// <summary>Epoch seconds of the window's end: compared to tell windows apart, never to a clock.</summary>
    public double? Reset { get; init; }

    /// <summary>Set when the request was turned away.</summary>
    public RateLimited? Limited { get; init; }

    /// <summary>Counts towards the ban on invalid requests.</summary>
    public bool Invalid { get; init; }

    /// <summary>From the first byte of the body to the answer, null where there was no body.</summary>
    public TimeSpan? RoundTrip { get; init; }

    /// <summary>When to come back, as an answer says that is no refusal by a limit: a 503 in the first place.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Somebody answered, whatever they said.</summary>
    public bool Answered { get; init; }

    public static RateLimitReading Of(HttpResponseMessage response, byte[]? body, TimeSpan? roundTrip, DateTimeOffset now)
    {
        var headers = new LimitHeaders(response.Headers, now);
        var limited = Refusal.Of((int)response.StatusCode, headers, body ?? []);
        // A limit of one message's own says nothing of the bucket, whatever its headers say.
        var ofBucket = limited?.Code != DiscordErrorCode.TooManyOldEdits;
        return new()
        {
            Answered = true,
            RetryAfter = limited is null ? headers.RetryAfter : null,
            Bucket = headers.Bucket,
            Remaining = ofBucket ? headers.Remaining : null,
            ResetAfter = ofBucket ? headers.ResetAfter : null,
            Reset = ofBucket ? headers.Reset : null,
            Limited = limited,
            Invalid = (int)response.StatusCode is 401 or 403 or 429 && limited?.Scope != LimitScope.Shared,
            RoundTrip = roundTrip,
        };
    }
}

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

/// <summary>What a limit holds back.</summary>
public enum LimitScope
{
    /// <summary>This one request: a sub-limit that no header announces (discord.md §10).</summary>
    Request,

    /// <summary>The bucket within its channel, guild or webhook.</summary>
    Bucket,

    /// <summary>The bucket, filled by others as well; does not count as an invalid request.</summary>
    Shared,

    /// <summary>Everything the bot sends except answers to interactions.</summary>
    Global,

    /// <summary>Everything: Cloudflare turned the request away before Discord saw it.</summary>
    Edge,

    /// <summary>Everything: too many invalid requests in ten minutes would ban the address.</summary>
    InvalidRequests,
}
