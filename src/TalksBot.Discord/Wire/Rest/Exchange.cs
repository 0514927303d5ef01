using TalksBot.Discord.Wire.Limits;

namespace TalksBot.Discord.Wire.Rest;

/// <summary>What one attempt brought: a status with its body (null if the body was lost), or the failure of having none.</summary>
/// <remarks>The reading is null when nothing was sent.</remarks>
internal sealed record Exchange(int Status, byte[]? Body, RateLimitReading? Reading, DiscordFailure? Failure = null)
{
    /// <summary>The limit that turned it away, with the wait that is kept; null where none did.</summary>
    public RateLimited? Limited { get; init; }

    public static Exchange Unsent(DiscordFailure failure) => new(0, null, null, failure);

    public static Exchange Unanswered(Ambiguous failure) => new(0, null, RateLimitReading.None, failure);
}
