using Microsoft.Extensions.Logging;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Discord.Wire;
using TalksBot.Discord.Wire.Interactions;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Commanding;

/// <summary>Tells who did something on Discord and what they may do.</summary>
internal sealed partial class Callers(RoleBook book, ServedServers served, ILogger<Callers> log)
{
    /// <summary>The caller of an interaction.</summary>
    public Caller Of(DiscordConnection connection, Interaction interaction) => new(
        NameOf(interaction),
        served.Obeys(connection, interaction) ? RoleOf(connection.Name, interaction) : Role.Reader,
        new ChannelAddress(DiscordConnection.PlatformName, connection.Key, $"{interaction.ChannelId ?? interaction.Channel?.Id}"))
    {
        Person = $"{connection.Name}/user/{interaction.Caller?.Id}",
        Server = interaction.GuildId is { } server ? $"{server}" : null,
        IsDirect = interaction.GuildId is null,
        RunsServer = RunsTheServer(interaction),
        IdempotencyKey = $"{connection.Name}/{Telling(interaction)}",
    };

    /// <summary>A button on one message is the same for one person however often it is pressed.</summary>
    private static string Telling(Interaction interaction) => interaction is { Type: InteractionType.Component, Message.Id: var message }
        ? $"message/{message}/{interaction.Data?.CustomId}/{interaction.Caller?.Id}"
        : $"interaction/{interaction.Id}";

    private Role RoleOf(string connection, Interaction interaction)
    {
        if (interaction.GuildId is not null && interaction.Member?.Permissions is null)
        {
            WithoutPermissions(connection, interaction.Id);
        }

        return book.Grants.RoleOf(connection, Marks(interaction), RunsTheServer(interaction));
    }

    /// <summary>The server's own id is the role that everyone there has.</summary>
    private static IEnumerable<string> Marks(Interaction interaction) =>
    [
        $"user/{interaction.Caller?.Id}",
        $"role/{interaction.GuildId}",
        .. (interaction.Member?.Roles ?? []).Select(role => $"role/{role}"),
    ];

    private static bool RunsTheServer(Interaction interaction) =>
        ((interaction.Member?.Permissions ?? Permissions.None) & (Permissions.ManageGuild | Permissions.Administrator)) != Permissions.None;

    private static string NameOf(Interaction interaction) => PersonName.Of(
        interaction.Caller?.Username ?? "somebody", interaction.Member?.Nick, interaction.Caller?.GlobalName);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Connection} was not told what the person behind interaction {Interaction} may do on the server; nobody is chief by that")]
    private partial void WithoutPermissions(string connection, Snowflake interaction);
}
