using Microsoft.Extensions.Logging;
using TalksBot.Slack.Wire.Api;

namespace TalksBot.Slack.Wire.SocketMode;

/// <summary>Keeps one connection there, over as many as it takes; a renewed one overlaps the next (slack.md §6).</summary>
internal sealed partial class SocketSlot(SocketContext context, AppMethods app, int index)
{
    private readonly List<Task> _running = [];
    private readonly Backoff _backoff = new(context.Options.Pauses, context.Random);
    private readonly ILogger _logger = context.Logger;

    /// <summary>Runs until cancelled, or until there will be no socket for the app.</summary>
    public async Task<SocketStopped> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(context.Options.Stagger * index, context.Time, cancellationToken);
            while (true)
            {
                await Task.Delay(_backoff.Next(), context.Time, cancellationToken);
                if (await SitAsync(cancellationToken) is { } stopped)
                {
                    return stopped;
                }
            }
        }
        finally
        {
            await Task.WhenAll(_running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Slack makes up an address for every connection, and none can be used twice.
    private async Task<SocketStopped?> SitAsync(CancellationToken cancellationToken)
    {
        switch (await app.OpenConnectionAsync(cancellationToken))
        {
            case Answered<Secret>(var url) when SafeAddress.Socket(url.Reveal()) is { } address:
                return await HoldAsync(address, cancellationToken);
            case Answered<Secret>:
                LogUnsafe(index);
                return null;
            case Failed<Secret>(CredentialsDead dead):
                LogNotOpened(index, dead.Code);
                return new TokenDead(dead.Code);
            case Failed<Secret>(Refused { Error: var error }) when IsHopeless(error.Code):
                LogNotOpened(index, error.Code);
                return new OpeningRefused(error);
            case Failed<Secret>(RateLimited limited):
                LogNotOpened(index, "ratelimited");
                _backoff.Settle(liveFor: null, wasSilent: false);
                await Task.Delay(limited.RetryAfter, context.Time, cancellationToken);
                return null;
            case Failed<Secret>(var failure):
                var why = $"{failure}";
                LogNotOpened(index, why);
                context.Trouble($"Slack opens no socket: {why}");
                _backoff.Settle(liveFor: null, wasSilent: failure is Unreachable or Ambiguous);
                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<SocketStopped?> HoldAsync(Uri address, CancellationToken cancellationToken)
    {
        var connection = new SocketConnection(context, context.NewSocket());
        _running.RemoveAll(running => running.IsCompleted);
        _running.Add(connection.RunAsync(address, cancellationToken));
        var end = await connection.End.WaitAsync(cancellationToken);
        LogEnded(index, end);
        if (end is ConnectionEnd.Disabled)
        {
            return new LinkDisabled();
        }

        _backoff.Settle(end is ConnectionEnd.TooMany ? null : connection.LiveFor, connection.WasSilent);
        return null;
    }

    private static bool IsHopeless(string code) => code is "missing_scope" or "not_allowed_token_type" or "forbidden_team"
        or "no_permission" or "access_denied" or "ekm_access_denied";

    [LoggerMessage(Level = LogLevel.Debug, Message = "Socket {Seat} ended: {End}")]
    private partial void LogEnded(int seat, ConnectionEnd end);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Slack opened no socket {Seat}: {Reason}")]
    private partial void LogNotOpened(int seat, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack named no safe address for socket {Seat}")]
    private partial void LogUnsafe(int seat);
}

/// <summary>What the connections of an app share.</summary>
internal sealed record SocketContext(Func<Envelope, CancellationToken, Task> Handler)
{
    public required SocketOptions Options { get; init; }

    public required TimeProvider Time { get; init; }

    public required Random Random { get; init; }

    public required SocketCounters Counters { get; init; }

    public required Func<IFrameSocket> NewSocket { get; init; }

    public required ILogger Logger { get; init; }

    /// <summary>Told why no socket comes about.</summary>
    public required Action<string> Trouble { get; init; }

    /// <summary>Faults when the handler threw; never ends otherwise.</summary>
    public TaskCompletionSource<SocketStopped> Failure { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SeenEnvelopes Seen { get; } = new();
}
