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
    DiscordChannel? Thread = null);
