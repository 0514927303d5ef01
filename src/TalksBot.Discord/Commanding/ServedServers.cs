using TalksBot.Core.Commands;
using TalksBot.Discord.Wire;
using TalksBot.Discord.Wire.Interactions;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Commanding;

/// <summary>
/// Which servers a connection obeys: those that the configuration names, else the one that gave the claim code. Anybody may bring a
/// public bot to a server of their own, so being there is no right to anything.
/// </summary>
internal sealed class ServedServers(ServerClaims claims)
{
    private static readonly string ByServer = $"{(int)InstallationKind.Server}";

    /// <summary>Ends when a server claims a connection.</summary>
    public Task Changed => claims.Changed;

    /// <summary>The servers; none while the connection waits to be claimed.</summary>
    public IReadOnlyList<Snowflake> Of(DiscordConnection connection) =>
        connection.GuildIds.Count > 0 ? connection.GuildIds
        : Snowflake.TryParse(claims.Of(connection.Name), out var server) ? [server]
        : [];

    /// <summary>The servers, as soon as there is one.</summary>
    public async Task<IReadOnlyList<Snowflake>> WaitForAsync(DiscordConnection connection, CancellationToken token)
    {
        while (true)
        {
            var changed = Changed;
            if (Of(connection) is { Count: > 0 } servers)
            {
                return servers;
            }

            await changed.WaitAsync(token);
        }
    }

    /// <summary>True when whoever did it did it on such a server, and not by an installation of their own.</summary>
    public bool Obeys(DiscordConnection connection, Interaction interaction) =>
        interaction.GuildId is { } server
        && Of(connection).Contains(server)
        && interaction.AuthorizingIntegrationOwners?.ContainsKey(ByServer) is not false;
}
