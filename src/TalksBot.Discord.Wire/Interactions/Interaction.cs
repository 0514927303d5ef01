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

/// <summary>What was done (discord.md §7).</summary>
public enum InteractionType
{
    Ping = 1,
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    ModalSubmit = 5,
}

/// <summary>An argument given, or the subcommand that holds them; <c>Focused</c> is the one being completed.</summary>
public sealed record InteractionOption(
    string Name,
    CommandOptionType Type,
    OptionValue? Value = null,
    IReadOnlyList<InteractionOption>? Options = null,
    bool Focused = false);

/// <summary>The things behind ids that were given as arguments (discord.md §7).</summary>
public sealed record ResolvedData(
    IReadOnlyDictionary<Snowflake, DiscordUser>? Users = null,
    IReadOnlyDictionary<Snowflake, DiscordMember>? Members = null,
    IReadOnlyDictionary<Snowflake, DiscordRole>? Roles = null,
    IReadOnlyDictionary<Snowflake, DiscordChannel>? Channels = null,
    IReadOnlyDictionary<Snowflake, DiscordMessage>? Messages = null);

/// <summary>A part of a submitted modal: rows and labels hold inputs, inputs hold what was entered (discord.md §4).</summary>
public sealed record ReceivedComponent(
    int Type,
    string? CustomId = null,
    string? Value = null,
    IReadOnlyList<string>? Values = null,
    IReadOnlyList<ReceivedComponent>? Components = null,
    ReceivedComponent? Component = null)
{
    /// <summary>Every input at or below this part.</summary>
    public IEnumerable<ReceivedComponent> Inputs()
    {
        IEnumerable<ReceivedComponent> below = [.. Components ?? [], .. Component is null ? [] : new[] { Component }];
        var nested = below.SelectMany(component => component.Inputs());
        return CustomId is null ? nested : nested.Prepend(this);
    }
}
