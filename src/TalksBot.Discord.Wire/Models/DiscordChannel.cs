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

/// <summary>The kinds of channel (discord.md §2).</summary>
public enum ChannelType
{
    Text = 0,
    DirectMessage = 1,
    Voice = 2,
    Category = 4,
    Announcement = 5,
    AnnouncementThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
    Stage = 13,
    Forum = 15,
    Media = 16,
}

/// <summary>What one channel allows or denies a role or a member beyond the guild's own grants (discord.md §12).</summary>
public sealed record PermissionOverwrite(Snowflake Id, OverwriteTarget Type, Permissions Allow, Permissions Deny);

/// <summary>Whom a permission overwrite is about.</summary>
public enum OverwriteTarget
{
    Role = 0,
    Member = 1,
}

/// <summary>Whether a thread still takes messages; archived but unlocked wakes on the next post (discord.md §2).</summary>
public sealed record ThreadMetadata(bool Archived, bool Locked = false);

/// <summary>A guild's open threads, which its channel list leaves out (discord.md §2).</summary>
public sealed record ActiveThreads(IReadOnlyList<DiscordChannel> Threads);

/// <summary>A thread to open: name 1–100 characters; archive after 60, 1440, 4320 or 10080 minutes (discord.md §2).</summary>
/// <remarks><c>Type</c> counts only for a thread without a message, where Discord's own default is a private one.</remarks>
public sealed record ThreadDraft(string Name, int? AutoArchiveDuration = null, ChannelType? Type = null);

/// <summary>Whom to write to alone.</summary>
internal sealed record DirectDraft(Snowflake RecipientId);

/// <summary>What to change about a thread; what is null stays as it is.</summary>
internal sealed record ThreadEdit(bool? Archived = null);
