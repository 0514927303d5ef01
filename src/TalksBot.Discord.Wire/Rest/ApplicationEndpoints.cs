using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Wire.Rest;

/// <summary>Who the bot is and where its gateway is (discord.md §2, §9).</summary>
public sealed class ApplicationEndpoints
{
    private readonly RestTransport _transport;

    internal ApplicationEndpoints(RestTransport transport) => _transport = transport;

    public Task<DiscordAnswer<CurrentApplication>> GetCurrentAsync(CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(Route.Of(HttpMethod.Get, "/applications/@me")), WireJson.Default.CurrentApplication, cancellationToken);

    public Task<DiscordAnswer<DiscordUser>> GetUserAsync(CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(Route.Of(HttpMethod.Get, "/users/@me")), WireJson.Default.DiscordUser, cancellationToken);

    /// <summary>Anybody, by their id.</summary>
    public Task<DiscordAnswer<DiscordUser>> GetUserAsync(Snowflake user, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(Route.Of(HttpMethod.Get, "/users/{user}", $"{user}")), WireJson.Default.DiscordUser, cancellationToken);

    /// <summary>Whether Discord is there and accepts the token, asked past every queue and answered within seconds; null when both are so.</summary>
    public Task<DiscordFailure?> ProbeAsync(CancellationToken cancellationToken) => _transport.ProbeAsync(cancellationToken);

    /// <summary>Not to be kept for long: the number of identifies left changes (discord.md §9).</summary>
    public Task<DiscordAnswer<GatewayBot>> GetGatewayAsync(CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(Route.Of(HttpMethod.Get, "/gateway/bot")), WireJson.Default.GatewayBot, cancellationToken);
}
