using System.Text.Json.Serialization;

namespace TalksBot.Discord.Wire.Models;

/// <summary>A place to post, thread included; <c>ParentId</c> is a thread's channel or a channel's category.</summary>
public sealed record DiscordChannel(
    Snowflake Id,
    ChannelType Type,
    string? Name = null,
    Snowflake? GuildId = null,
    Snowflake? ParentId = null,
    IReadOnlyList<PermissionOverwrite>? PermissionOverwrites = null,
    ThreadMetadata? ThreadMetadata = null,
    int RateLimitPerUser = 0)
{
    /// <summary>It hangs on another channel, <c>ParentId</c>.</summary>
    [JsonIgnore]
    public bool IsThread => Type is ChannelType.AnnouncementThread or ChannelType.PublicThread or ChannelType.PrivateThread;
}
