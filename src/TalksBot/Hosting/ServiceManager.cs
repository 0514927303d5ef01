using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Features.Transactions;

namespace TalksBot.Hosting;

/// <summary>
/// Tells systemd, where it started the program, that the desk is ready and, as long as the agenda's rounds and the outbox's turns come by,
/// that it is alive (sd_notify(3)): a worker that is stuck is started again.
/// </summary>
internal sealed partial class ServiceManager(Pulse pulse, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<ServiceManager> log) : BackgroundService
{
    private const string SocketName = "NOTIFY_SOCKET";

    /// <summary>True where a service manager wants to hear of the program.</summary>
    public static bool IsThere => !OperatingSystem.IsWindows() && !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(SocketName));

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await TellAsync("STOPPING=1", cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        await TellAsync("READY=1", stoppingToken);
        if (Patience() is not { } patience)
        {
            return;
        }

        using var timer = new PeriodicTimer(patience / 4, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (pulse.Oldest < patience / 2)
            {
                await TellAsync("WATCHDOG=1", stoppingToken);
            }
            else
            {
                Stuck(pulse.Oldest);
            }
        }
    }

    private async Task StartedAsync(CancellationToken token)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registered = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(token);
    }

    /// <summary>How long the manager waits for a sign of life; null where it does not.</summary>
    private static TimeSpan? Patience() =>
        long.TryParse(Environment.GetEnvironmentVariable("WATCHDOG_USEC"), CultureInfo.InvariantCulture, out var microseconds) && microseconds > 0
            && Environment.GetEnvironmentVariable("WATCHDOG_PID") is var process
            && (string.IsNullOrEmpty(process) || process == Environment.ProcessId.ToString(CultureInfo.InvariantCulture))
            ? TimeSpan.FromMicroseconds(microseconds)
            : null;

    private async Task TellAsync(string state, CancellationToken token)
    {
        var path = Environment.GetEnvironmentVariable(SocketName)!;
        try
        {
            // An @ stands for a socket that is in no folder (unix(7)).
            using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path[0] == '@' ? '\0' + path[1..] : path), token);
            await socket.SendAsync(Encoding.UTF8.GetBytes(state), token);
        }
        catch (SocketException fault)
        {
            NotTold(state, fault.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The agenda or the outbox has not come by for {Elapsed}; the service manager is not told that all is well, and will start TalksBot again")]
    private partial void Stuck(TimeSpan elapsed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The service manager could not be told {State}: {Why}")]
    private partial void NotTold(string state, string why);
}
