using TalksBot.Discord.Wire.Limits;

namespace TalksBot.Discord.Wire.Rest;

/// <summary>Not done: a limit stands in the way for longer than the client's patience. Safe to send again after the wait.</summary>
public sealed record RateLimited(TimeSpan RetryAfter, LimitScope Scope) : DiscordFailure
{
    /// <summary>Discord's number for the limit, where it has one of its own: <see cref="DiscordErrorCode.TooManyOldEdits"/>.</summary>
    public DiscordErrorCode? Code { get; init; }
}
