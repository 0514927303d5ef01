using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Platforms;
using TalksBot.Discord.Wire.Gateway;
using TalksBot.Discord.Wire.Interactions;

namespace TalksBot.Discord.Commanding;

/// <summary>Holds every connection's gateway, and lets what people do there in by the door.</summary>
internal sealed partial class CommandSessions(
    IEnumerable<DiscordConnection> connections, InteractionDoor door, RegisterCommands register, SessionSurroundings around) : BackgroundService
{
    private readonly ConcurrentDictionary<Task, byte> _underWay = [];
    private readonly ILogger _log = around.Logs.CreateLogger<CommandSessions>();

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(connections.SelectMany(connection => new[] { register.RunAsync(connection, stoppingToken), HoldAsync(connection, stoppingToken) }));

    private async Task HoldAsync(DiscordConnection connection, CancellationToken token)
    {
        GatewayStopped? stopped = null;
        var gateway = new DiscordGateway(connection.Rest, connection.Wire, around.Time, around.Logs.CreateLogger<DiscordGateway>());
        try
        {
            await foreach (var happened in gateway.ListenAsync(token))
            {
                Take(connection, happened, token);
                stopped ??= happened as GatewayStopped;
            }

            if (stopped is not null)
            {
                await around.Alarm.RaiseAsync(TroubleOf(connection, stopped), token);
            }
        }
        finally
        {
            await Task.WhenAll(_underWay.Keys);
        }
    }

    private void Take(DiscordConnection connection, GatewayEvent happened, CancellationToken token)
    {
        switch (happened)
        {
            case InteractionCreated(_, var interaction):
                var answering = Task.Run(() => AnswerAsync(connection, interaction, token), CancellationToken.None);
                _underWay.TryAdd(answering, 0);
                _ = answering.ContinueWith(done => _underWay.TryRemove(done, out _), TaskScheduler.Default);
                break;
            case GatewayReady(_, var user, var guilds):
                Ready(connection.Name, user.Username, guilds.Count);
                break;
        }
    }

    /// <summary>Every shard may stop, but it is one trouble.</summary>
    private static Trouble TroubleOf(DiscordConnection connection, GatewayStopped stopped) => new(
        connection.Name,
        $"{connection.Name} stopped taking commands: {stopped.Reason}",
        "Mend that and start TalksBot again; until then nobody can give it a command there.");

    private async Task AnswerAsync(DiscordConnection connection, Interaction interaction, CancellationToken token)
    {
        try
        {
            await door.ReceiveAsync(connection, interaction, token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The program stops; the person is told by Discord that nothing happened.
        }
#pragma warning disable CA1031 // The command boundary: one interaction's bug must not cost the others their session.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Failed(fault, connection.Name, $"{interaction.Id}");
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Connection} is on Discord as {User} in {Guilds} servers")]
    private partial void Ready(string connection, string user, int guilds);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Connection} failed at interaction {Interaction}")]
    private partial void Failed(Exception fault, string connection, string interaction);
}
