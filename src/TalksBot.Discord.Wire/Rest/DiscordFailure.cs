using TalksBot.Discord.Wire.Limits;

namespace TalksBot.Discord.Wire.Rest;

/// <summary>
/// Why there is no value: <see cref="RateLimited"/>, <see cref="Unreachable"/>, <see cref="Ambiguous"/>,
/// <see cref="Refused"/> or <see cref="CredentialsDead"/>, nothing else.
/// </summary>
public abstract record DiscordFailure
{
    private protected DiscordFailure()
    {
    }
}

/// <summary>Sent, but the answer was lost, unreadable or a 5xx: it may have been done. <c>Status</c> is null without one.</summary>
public sealed record Ambiguous(string Reason, int? Status = null) : DiscordFailure
{
    /// <summary>When to come back, where the answer says so.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>Not done: the token is not accepted, and the client sends nothing more with it (discord.md §10).</summary>
public sealed record CredentialsDead(string Reason) : DiscordFailure;

/// <summary>Not done: a limit stands in the way for longer than the client's patience. Safe to send again after the wait.</summary>
public sealed record RateLimited(TimeSpan RetryAfter, LimitScope Scope) : DiscordFailure
{
    /// <summary>Discord's number for the limit, where it has one of its own: <see cref="DiscordErrorCode.TooManyOldEdits"/>.</summary>
    public DiscordErrorCode? Code { get; init; }
}

/// <summary>Not done: Discord says why, and will say so again.</summary>
public sealed record Refused(DiscordError Error) : DiscordFailure;

/// <summary>Not done: nothing Discord could act on left this machine. Safe to send again.</summary>
public sealed record Unreachable(string Reason) : DiscordFailure;
