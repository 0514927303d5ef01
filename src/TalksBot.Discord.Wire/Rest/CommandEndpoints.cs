using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Wire.Rest;

/// <summary>The commands people see, all set at once (discord.md §6).</summary>
/// <remarks>Every overwrite counts new commands towards 200 a day and guild, and a renamed command loses its permissions.</remarks>
public sealed class CommandEndpoints
{
    private const string Global = "/applications/{application}/commands";
    private const string Guild = "/applications/{application}/guilds/{guild}/commands";

    private readonly RestTransport _transport;

    internal CommandEndpoints(RestTransport transport) => _transport = transport;

    public Task<DiscordAnswer<IReadOnlyList<ApplicationCommand>>> ListGlobalAsync(
        Snowflake application, CancellationToken cancellationToken) =>
        ListAsync(Route.Of(HttpMethod.Get, Global, $"{application}"), cancellationToken);

    public Task<DiscordAnswer<IReadOnlyList<ApplicationCommand>>> ListInGuildAsync(
        Snowflake application, Snowflake guild, CancellationToken cancellationToken) =>
        ListAsync(Route.Of(HttpMethod.Get, Guild, $"{application}", $"{guild}"), cancellationToken);

    /// <summary>Replaces every global command of every kind; an empty list clears them.</summary>
    public Task<DiscordAnswer<IReadOnlyList<ApplicationCommand>>> OverwriteGlobalAsync(
        Snowflake application, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellationToken) =>
        OverwriteAsync(Route.Of(HttpMethod.Put, Global, $"{application}"), commands, cancellationToken);

    /// <summary>Replaces every command of every kind in one guild, at once; an empty list clears them.</summary>
    public Task<DiscordAnswer<IReadOnlyList<ApplicationCommand>>> OverwriteInGuildAsync(
        Snowflake application,
        Snowflake guild,
        IReadOnlyList<ApplicationCommand> commands,
        CancellationToken cancellationToken) =>
        OverwriteAsync(Route.Of(HttpMethod.Put, Guild, $"{application}", $"{guild}"), commands, cancellationToken);

    private Task<DiscordAnswer<IReadOnlyList<ApplicationCommand>>> ListAsync(
        Route route, CancellationToken cancellationToken) =>
        _transport.SendAsync(new(route), WireJson.Default.IReadOnlyListApplicationCommand, cancellationToken);

    private Task<DiscordAnswer<IReadOnlyList<ApplicationCommand>>> OverwriteAsync(
        Route route, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(route, RequestBody.Of(commands, WireJson.Default.IReadOnlyListApplicationCommand)),
            WireJson.Default.IReadOnlyListApplicationCommand,
            cancellationToken);
}
