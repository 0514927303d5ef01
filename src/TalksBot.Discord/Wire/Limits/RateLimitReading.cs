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

    public static RateLimitReading Of(HttpResponseMessage response, byte[]? body, TimeSpan? roundTrip)
    {
        var headers = new LimitHeaders(response.Headers);
        var limited = Refusal.Of((int)response.StatusCode, headers, body ?? []);
        return new()
        {
            Bucket = headers.Bucket,
            Remaining = headers.Remaining,
            ResetAfter = headers.ResetAfter,
            Reset = headers.Reset,
            Limited = limited,
            Invalid = (int)response.StatusCode is 401 or 403 or 429 && limited?.Scope != LimitScope.Shared,
            RoundTrip = roundTrip,
        };
    }
}
