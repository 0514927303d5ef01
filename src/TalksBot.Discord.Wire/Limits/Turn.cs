using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Wire.Limits;

/// <summary>A request's place in the queue, kept when it has to be sent again.</summary>
internal sealed class Turn(Route route, long number)
{
    private TaskCompletionSource<RateLimited?> _come = NewSource();

    public Route Route { get; } = route;

    /// <summary>The order in which requests were handed in.</summary>
    public long Number { get; } = number;

    /// <summary>How many refusals in a row its last was, over all requests of that limit; 0 for an answer that is none.</summary>
    public int Refusals { get; set; }

    /// <summary>Where it waits or is being sent, null outside.</summary>
    public Lane? Lane { get; set; }

    /// <summary>Null once it may be sent, a refusal when the wait would be too long.</summary>
    public Task<RateLimited?> Come => _come.Task;

    public void WaitAnew() => _come = NewSource();

    public void Grant() => _come.TrySetResult(null);

    public void Deny(RateLimited why) => _come.TrySetResult(why);

    public void Cancel(CancellationToken cancellationToken) => _come.TrySetCanceled(cancellationToken);

    // Continuations must not run inside the limiter's lock.
    private static TaskCompletionSource<RateLimited?> NewSource() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
