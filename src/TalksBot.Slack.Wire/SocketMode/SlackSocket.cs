using Microsoft.Extensions.Logging;
using TalksBot.Slack.Wire.Api;

namespace TalksBot.Slack.Wire.SocketMode;

/// <summary>Socket Mode as one stream of envelopes over two connections, which are renewed without a gap (slack.md §6).</summary>
public sealed class SlackSocket(SlackApi api, SocketOptions options, TimeProvider time, ILogger<SlackSocket> logger)
{
    private SocketCounters? _counters;

    /// <summary>Connections that are there at this moment: 0 means that nothing comes.</summary>
    public int LiveConnections => Counters.Live;

    /// <summary>Frames that were malformed or of an unknown kind, and were skipped.</summary>
    public long IgnoredFrames => Counters.Ignored;

    /// <summary>Envelopes that came again, and were acknowledged without being handed on.</summary>
    public long RepeatedEnvelopes => Counters.Repeated;

    /// <summary>Told of the number of live connections whenever it changes.</summary>
    public Action<int> LiveChanged { get; init; } = _ => { };

    /// <summary>Told why no connection comes about.</summary>
    public Action<string> Trouble { get; init; } = _ => { };

    internal Func<IFrameSocket> NewSocket { get; init; } = () => new FrameSocket(options.PingEvery, options.PingTimeout);

    internal Random Random { get; init; } = Random.Shared;

    private SocketCounters Counters => _counters ??= new(LiveChanged);

    /// <summary>Hands everything to the handler, each thing once and several at a time, until cancelled or stopped for good.</summary>
    /// <remarks>
    /// The handler acknowledges, with or without a payload; what it leaves is acknowledged with nothing when it ends or
    /// after 2.5 s, whichever is first. A handler that throws ends the run with what it threw. Throws on options that have
    /// a fault; ask <see cref="SocketOptions.Fault"/> first.
    /// </remarks>
    public async Task<SocketStopped> RunAsync(
        Func<Envelope, CancellationToken, Task> handler, CancellationToken cancellationToken)
    {
        if (options.Fault() is { } fault)
        {
            throw new InvalidOperationException(fault);
        }

        using var all = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var context = new SocketContext(handler)
        {
            Options = options,
            Time = time,
            Random = Random,
            Counters = Counters,
            NewSocket = NewSocket,
            Logger = logger,
            Trouble = Tell,
        };
        var seats = Enumerable.Range(0, options.Connections)
            .Select(index => new SocketSlot(context, api.App, index).RunAsync(all.Token))
            .ToList();
        var first = await Task.WhenAny([.. seats, context.Failure.Task]);
        await all.CancelAsync();
        await ((Task)Task.WhenAll(seats)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        return await first;
    }

    // While another connection lives nothing is lost.
    private void Tell(string why)
    {
        if (Counters.Live == 0)
        {
            Trouble(why);
        }
    }
}
