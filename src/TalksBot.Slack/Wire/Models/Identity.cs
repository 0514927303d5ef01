namespace TalksBot.Slack.Wire.Models;

/// <summary>Whom a bot token belongs to (<c>auth.test</c>, slack.md §2).</summary>
public sealed record Identity(
    string TeamId, string UserId, string? BotId = null, string? Team = null, string? User = null)
{
    /// <summary>The workspace's own address.</summary>
    public string? Url { get; init; }

    public string? EnterpriseId { get; init; }
}
