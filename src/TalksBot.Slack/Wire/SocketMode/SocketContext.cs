using Microsoft.Extensions.Logging;

namespace TalksBot.Slack.Wire.SocketMode;

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
