using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Wire.Rest;

/// <summary>Guilds, their channels, roles and members (discord.md §2).</summary>
public sealed class GuildEndpoints
{
    private readonly RestTransport _transport;

    internal GuildEndpoints(RestTransport transport) => _transport = transport;

    /// <summary>The guilds the bot is in, at most 200.</summary>
    public Task<DiscordAnswer<IReadOnlyList<DiscordGuild>>> ListMineAsync(CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(Route.Of(HttpMethod.Get, "/users/@me/guilds")),
            WireJson.Default.IReadOnlyListDiscordGuild,
            cancellationToken);

    public Task<DiscordAnswer<DiscordGuild>> GetAsync(Snowflake guild, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(Route.Of(HttpMethod.Get, "/guilds/{guild}", $"{guild}")),
            WireJson.Default.DiscordGuild,
            cancellationToken);

    /// <summary>Threads are not among them.</summary>
    public Task<DiscordAnswer<IReadOnlyList<DiscordChannel>>> ListChannelsAsync(
        Snowflake guild, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(Route.Of(HttpMethod.Get, "/guilds/{guild}/channels", $"{guild}")),
            WireJson.Default.IReadOnlyListDiscordChannel,
            cancellationToken);

    public Task<DiscordAnswer<ActiveThreads>> ListActiveThreadsAsync(
        Snowflake guild, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(Route.Of(HttpMethod.Get, "/guilds/{guild}/threads/active", $"{guild}")),
            WireJson.Default.ActiveThreads,
            cancellationToken);

    public Task<DiscordAnswer<IReadOnlyList<DiscordRole>>> ListRolesAsync(
        Snowflake guild, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(Route.Of(HttpMethod.Get, "/guilds/{guild}/roles", $"{guild}")),
            WireJson.Default.IReadOnlyListDiscordRole,
            cancellationToken);

    public Task<DiscordAnswer<DiscordMember>> GetMemberAsync(
        Snowflake guild, Snowflake user, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(Route.Of(HttpMethod.Get, "/guilds/{guild}/members/{user}", $"{guild}", $"{user}")),
            WireJson.Default.DiscordMember,
            cancellationToken);
}
