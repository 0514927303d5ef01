namespace TalksBot.Slack.Wire.Api;

/// <summary>Sent, but the answer was lost, unreadable, a 5xx or an error of Slack's own: it may have been done (slack.md §13).</summary>
/// <remarks><c>Status</c> is null when no answer came.</remarks>
public sealed record Ambiguous(string Reason, int? Status = null) : SlackFailure
{
    /// <summary>When to come back, where the answer says so.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
