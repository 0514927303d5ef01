namespace TalksBot.Slack.Wire.Models;

/// <summary>A person or bot (slack.md §2).</summary>
public sealed record SlackUser(string Id, string? Name = null, UserProfile? Profile = null)
{
    /// <summary>Their workspace, which in a shared channel may be another one.</summary>
    public string? TeamId { get; init; }

    /// <summary>The IANA zone chosen in Slack.</summary>
    public string? Tz { get; init; }

    /// <summary>Seconds east of UTC at this moment.</summary>
    public int? TzOffset { get; init; }

    public bool IsBot { get; init; }

    public bool Deleted { get; init; }

    /// <summary>They belong to another workspace, with which a channel is shared.</summary>
    public bool IsStranger { get; init; }

    /// <summary>A guest.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>A guest of one channel.</summary>
    public bool IsUltraRestricted { get; init; }

    public bool IsAdmin { get; init; }

    public bool IsOwner { get; init; }
}

/// <summary>How a person is called; user text.</summary>
public sealed record UserProfile(string? DisplayName = null, string? RealName = null);

/// <summary>A group that can be mentioned; <c>DateDelete</c> is 0 while it is in use.</summary>
public sealed record UserGroup(string Id, string? Handle = null, string? Name = null, long? DateDelete = null);

/// <summary>Whom a bot token belongs to (<c>auth.test</c>, slack.md §2).</summary>
public sealed record Identity(
    string TeamId, string UserId, string? BotId = null, string? Team = null, string? User = null)
{
    /// <summary>The workspace's own address.</summary>
    public string? Url { get; init; }

    public string? EnterpriseId { get; init; }
}
