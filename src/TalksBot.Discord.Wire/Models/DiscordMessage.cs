using System.Text.Json.Serialization;

namespace TalksBot.Discord.Wire.Models;

/// <summary>A message as Discord tells it; <c>Nonce</c> is ours, echoed, null once Discord forgot it.</summary>
public sealed record DiscordMessage(
    [property: JsonRequired] Snowflake Id,
    Snowflake ChannelId,
    DiscordUser? Author,
    string Content,
    DateTimeOffset Timestamp,
    DateTimeOffset? EditedTimestamp = null,
    [property: JsonConverter(typeof(NonceConverter))] string? Nonce = null,
    IReadOnlyList<Embed>? Embeds = null,
    IReadOnlyList<DiscordAttachment>? Attachments = null,
    MessageTraits Flags = MessageTraits.None,
    int Type = 0,
    bool Pinned = false,
    DiscordChannel? Thread = null,
    IReadOnlyList<DiscordUser>? Mentions = null);

/// <summary>A file on a message; the URL is signed and expires, so it is no permanent link (discord.md §3.2).</summary>
public sealed record DiscordAttachment(Snowflake Id, string Filename, int Size, string Url, string? Description = null);

/// <summary>The message a reply answers; it is posted plainly when that one is gone (discord.md §3).</summary>
public sealed record MessageReference(Snowflake MessageId, bool FailIfNotExists = false);

/// <summary>Part of a channel's pins, newest first; empty without the right to read history (discord.md §2).</summary>
public sealed record PinPage(IReadOnlyList<PinnedMessage> Items, bool HasMore = false);

/// <summary>A pinned message and when it was pinned.</summary>
public sealed record PinnedMessage(DateTimeOffset PinnedAt, DiscordMessage Message);

/// <summary>The flags a bot may meet or set on a message (discord.md §3).</summary>
[Flags]
public enum MessageTraits
{
    None = 0,
    SuppressEmbeds = 1 << 2,
    Ephemeral = 1 << 6,
    Loading = 1 << 7,
    SuppressNotifications = 1 << 12,
    ComponentsV2 = 1 << 15,
}
