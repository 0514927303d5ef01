using TalksBot.Slack.Wire.Api;

namespace TalksBot.Slack.Wire.Limits;

/// <summary>A call's place in the queue, kept when it has to be sent again.</summary>
internal sealed class Turn(LaneKey key, Tier tier, int priority, long number)
{
    private TaskCompletionSource<RateLimited?> _come = NewSource();

    public LaneKey Key { get; } = key;

    public Tier Tier { get; } = tier;

    /// <summary>The order in which calls were handed in.</summary>
    public long Number { get; } = number;

    /// <summary>How many refusals in a row its last was, over all calls of that limit; 0 for an answer that is none.</summary>
    public int Refusals { get; set; }

    /// <summary>Where it waits or is being sent, null outside.</summary>
    public Lane? Lane { get; set; }

    /// <summary>Null once it may be sent, a refusal when the wait would be too long.</summary>
    public Task<RateLimited?> Come => _come.Task;

    private int Priority { get; } = priority;

    /// <summary>Lower priorities go first, and among equals whoever came first.</summary>
    public static int Order(Turn one, Turn other) =>
        one.Priority != other.Priority
            ? one.Priority.CompareTo(other.Priority)
            : one.Number.CompareTo(other.Number);

    public void WaitAnew() => _come = NewSource();

    public void Grant() => _come.TrySetResult(null);

    public void Deny(RateLimited why) => _come.TrySetResult(why);

    public void Cancel(CancellationToken cancellationToken) => _come.TrySetCanceled(cancellationToken);

    // Continuations must not run inside the limiter's lock.
    private static TaskCompletionSource<RateLimited?> NewSource() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
