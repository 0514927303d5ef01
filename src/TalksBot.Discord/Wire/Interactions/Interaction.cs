using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Wire.Interactions;

/// <summary>Something a person did that wants an answer within three seconds (discord.md §7).</summary>
/// <remarks><c>Token</c> is good for fifteen minutes of edits and follow-ups.</remarks>
public sealed record Interaction(
    Snowflake Id,
    Snowflake ApplicationId,
    InteractionType Type,
    Secret Token,
    InteractionData? Data = null,
    Snowflake? GuildId = null,
    Snowflake? ChannelId = null,
    DiscordChannel? Channel = null,
    DiscordMember? Member = null,
    DiscordUser? User = null,
    DiscordMessage? Message = null,
    Permissions? AppPermissions = null,
    string? Locale = null,
    string? GuildLocale = null,
    long? AttachmentSizeLimit = null)
{
    /// <summary>By which installations it came: the key is an <see cref="InstallationKind"/>, the value a server or a person. Null where Discord does not say.</summary>
    public IReadOnlyDictionary<string, string>? AuthorizingIntegrationOwners { get; init; }

    /// <summary>Who did it: a member in a guild, a plain user in a direct message.</summary>
    public DiscordUser? Caller => Member?.User ?? User;
}
