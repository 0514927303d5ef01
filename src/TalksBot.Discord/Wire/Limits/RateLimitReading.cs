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
