namespace TalksBot.Slack.Wire.Api;

/// <summary>
/// Why there is no value: <see cref="RateLimited"/>, <see cref="Unreachable"/>, <see cref="Ambiguous"/>,
/// <see cref="Refused"/> or <see cref="CredentialsDead"/>, nothing else.
/// </summary>
public abstract record SlackFailure
{
    private protected SlackFailure()
    {
    }
}

/// <summary>Sent, but the answer was lost, unreadable, a 5xx or an error of Slack's own: it may have been done (slack.md §13).</summary>
/// <remarks><c>Status</c> is null when no answer came.</remarks>
public sealed record Ambiguous(string Reason, int? Status = null) : SlackFailure
{
    /// <summary>When to come back, where the answer says so.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>Not done: the token is not accepted, and the client sends nothing more with it (slack.md §13).</summary>
/// <param name="Code">Slack's word for why: <c>invalid_auth</c>, <c>token_revoked</c>.</param>
public sealed record CredentialsDead(string Code) : SlackFailure;

/// <summary>Not done: a limit stands in the way for longer than the client's patience. Safe to send again after the wait.</summary>
public sealed record RateLimited(TimeSpan RetryAfter) : SlackFailure;

/// <summary>Not done: Slack says why, and will say so again.</summary>
public sealed record Refused(SlackError Error) : SlackFailure;

/// <summary>Not done: nothing Slack could act on left this machine. Safe to send again.</summary>
public sealed record Unreachable(string Reason) : SlackFailure;

/// <summary>An error as Slack words it (slack.md §1); <c>http_404</c> and the like where only a status came.</summary>
/// <param name="Code">Slack's code: <c>channel_not_found</c>.</param>
public sealed record SlackError(string Code)
{
    /// <summary>What exactly is wrong, with a pointer into the arguments; empty when Slack does not say.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>The scope that is missing, with <c>missing_scope</c>.</summary>
    public string? Needed { get; init; }

    /// <summary>The scopes the token has, with <c>missing_scope</c>.</summary>
    public string? Provided { get; init; }

    public override string ToString() =>
        $"{Code}{(Needed is null ? "" : $" (needs {Needed})")}{string.Concat(Messages.Select(message => $"; {message}"))}";
}
