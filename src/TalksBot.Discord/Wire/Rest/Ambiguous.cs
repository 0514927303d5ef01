namespace TalksBot.Discord.Wire.Rest;

/// <summary>Sent, but the answer was lost, unreadable or a 5xx: it may have been done. <c>Status</c> is null without one.</summary>
public sealed record Ambiguous(string Reason, int? Status = null) : DiscordFailure
{
    /// <summary>When to come back, where the answer says so.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
