using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Chat.Commanding;
using TalksBot.Core.Platforms;
using TalksBot.Discord.Wire.Gateway;

namespace TalksBot.Discord.Commanding;

/// <summary>Holds every connection's gateway, and hands on what people do there.</summary>
internal sealed partial class CommandSessions(
    IEnumerable<DiscordConnection> connections, InteractionDispatcher dispatcher, RegisterCommands register, SessionSurroundings around) : BackgroundService
{
    private const int BadToken = 4004;

    /// <summary>After a token that is not accepted; asking about it costs nothing.</summary>
    private static readonly TimeSpan _again = TimeSpan.FromMinutes(2);

    /// <summary>After what only a change at Discord can mend; identifying is rationed.</summary>
    private static readonly TimeSpan _hopeless = TimeSpan.FromMinutes(10);

    private readonly CommandBoundary _boundary = new(around.Logs.CreateLogger<CommandBoundary>());
    private readonly ILogger _log = around.Logs.CreateLogger<CommandSessions>();

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(connections.SelectMany(connection => new[] { register.RunAsync(connection, stoppingToken), HoldAsync(connection, stoppingToken) }));

    private async Task HoldAsync(DiscordConnection connection, CancellationToken token)
    {
        try
        {
            around.Alarm.Lost(connection.Name, "It has not come up yet.");
            while (await ListenAsync(connection, token) is { } stopped)
            {
                await around.Alarm.RaiseAsync(TroubleOf(connection, stopped), token);
                await Task.Delay(stopped.CloseCode is null or BadToken ? _again : _hopeless, around.Time, token);
            }
        }
        finally
        {
            await _boundary.WhenDone();
        }
    }

    /// <returns>Why Discord will not have the bot back; null when the program stops.</returns>
    private async Task<GatewayStopped?> ListenAsync(DiscordConnection connection, CancellationToken token)
    {
        GatewayStopped? stopped = null;
        var gateway = new DiscordGateway(connection.Rest, connection.Wire, around.Time, around.Logs.CreateLogger<DiscordGateway>())
        {
            Options = around.Gateway with { Intents = GatewayIntents.Guilds },
        };
        await foreach (var happened in gateway.ListenAsync(token))
        {
            Take(connection, happened, token);
            stopped ??= happened as GatewayStopped;
        }

        return stopped;
    }

    private void Take(DiscordConnection connection, GatewayEvent happened, CancellationToken token)
    {
        switch (happened)
        {
            case InteractionCreated(_, var interaction):
                _boundary.Begin(connection.Name, $"interaction {interaction.Id}", () => dispatcher.ReceiveAsync(connection, interaction, token), token);
                break;
            case RawDispatch other when PlaceEvents.Concerns(other, out var channel):
                _boundary.Begin(connection.Name, other.Name, () => around.Watch.LookAsync(connection.Name, channel, token), token);
                break;
            case GatewayReady(_, var user, var guilds):
                around.Alarm.Live(connection.Name);
                Ready(connection.Name, user.Username, guilds.Count);
                break;
            case GatewayResumed:
                around.Alarm.Live(connection.Name);
                break;
            case ConnectionLost lost:
                around.Alarm.Lost(connection.Name, lost.Reason);
                break;
        }
    }

    /// <summary>Every shard may stop, but it is one trouble.</summary>
    private static Trouble TroubleOf(DiscordConnection connection, GatewayStopped stopped) => new(
        connection.Name,
        $"{connection.Name} stopped taking commands: {stopped.Reason}",
        "Mend that; TalksBot tries again by itself every few minutes, and until then nobody can give it a command there.")
    {
        StopsCommands = true,
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "{Connection} is on Discord as {User}; servers: {Guilds}")]
    private partial void Ready(string connection, string user, int guilds);
}

/// <summary>What every gateway session needs besides its connection.</summary>
/// <param name="Time">The clock of its timers.</param>
/// <param name="Logs">Where it logs.</param>
/// <param name="Alarm">Whom it tells of what only a person can mend.</param>
/// <param name="Gateway">How gateways are held.</param>
/// <param name="Watch">Who looks again where something may keep posts from a channel.</param>
internal sealed record SessionSurroundings(TimeProvider Time, ILoggerFactory Logs, IAlarm Alarm, GatewayOptions Gateway, IPlaceWatch Watch);
