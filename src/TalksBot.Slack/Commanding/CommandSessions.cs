using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Platforms;
using TalksBot.Slack.Wire.SocketMode;

namespace TalksBot.Slack.Commanding;

/// <summary>Holds the sockets of every connection that has an app token, and hands on what people do there.</summary>
internal sealed partial class CommandSessions(
    IEnumerable<SlackConnection> connections, GuardedHandler handler, SessionSurroundings around) : BackgroundService
{
    /// <summary>After what a person has to mend.</summary>
    private static readonly TimeSpan _again = TimeSpan.FromMinutes(2);

    private readonly ILogger _log = around.Logs.CreateLogger<CommandSessions>();

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(connections.Select(connection => HoldAsync(connection, stoppingToken)));

    private async Task HoldAsync(SlackConnection connection, CancellationToken token)
    {
        if (!connection.HearsPeople)
        {
            OnlyPosts(connection.Name, connection.Section);
            return;
        }

        if (connection.Listen is not null)
        {
            return;
        }

        around.Alarm.Lost(connection.Name, "It has not come up yet.");
        while (true)
        {
            var stopped = await SocketOf(connection).RunAsync(
                (envelope, cancel) => handler.ReceiveAsync(connection, envelope.Content, new SocketReceipt(envelope), cancel), token);
            await around.Alarm.RaiseAsync(TroubleOf(connection, stopped), token);
            await Task.Delay(_again, around.Time, token);
        }
    }

    private SlackSocket SocketOf(SlackConnection connection) =>
        new(connection.Api, around.Sockets, around.Time, around.Logs.CreateLogger<SlackSocket>())
        {
            LiveChanged = live => Told(connection.Name, live),
            Trouble = why => around.Alarm.Lost(connection.Name, why),
        };

    private void Told(string connection, int live)
    {
        if (live > 0)
        {
            around.Alarm.Live(connection);
        }
        else
        {
            around.Alarm.Lost(connection, "Slack's connections ended.");
        }
    }

    private static Trouble TroubleOf(SlackConnection connection, SocketStopped stopped)
    {
        var (why, mend) = stopped switch
        {
            TokenDead dead => ($"Slack does not accept the app token ({dead.Code})", $"Put a new one with connections:write into {connection.Section}:AppToken"),
            LinkDisabled => ("Socket Mode was switched off at Slack", "Switch it on again under Socket Mode on the app's page at Slack"),
            OpeningRefused { Error: { Code: "missing_scope" } } => (
                "the app token lacks the scope connections:write",
                $"Make an app token that has it, under Basic Information on the app's page at Slack, and put it into {connection.Section}:AppToken"),
            OpeningRefused refused => ($"Slack opens no socket for the app ({refused.Error})", "See to that on the app's page at Slack"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return new Trouble(
            connection.Name,
            $"{connection.Name} stopped taking commands: {why}.",
            $"{mend}. TalksBot tries again every two minutes; until it succeeds nobody can give it a command there.")
        {
            StopsCommands = true,
        };
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Connection} only posts and takes no commands: {Section} has neither AppToken nor Listen")]
    private partial void OnlyPosts(string connection, string section);
}

/// <summary>What everything that listens to Slack needs besides its connection.</summary>
/// <param name="Time">The clock of its timers.</param>
/// <param name="Logs">Where it logs.</param>
/// <param name="Alarm">Whom it tells of what only a person can mend.</param>
/// <param name="Sockets">How sockets are held.</param>
internal sealed record SessionSurroundings(TimeProvider Time, ILoggerFactory Logs, IAlarm Alarm, SocketOptions Sockets);
