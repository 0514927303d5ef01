namespace TalksBot.Features.Transactions;

/// <summary>Tells the pumps of this process that something waits in the outbox.</summary>
public sealed class OutboxSignal
{
    private volatile TaskCompletionSource _raised = Fresh();

    /// <summary>Completes when the signal is next raised; take it before looking into the outbox.</summary>
    public Task Next => _raised.Task;

    /// <summary>Something was committed.</summary>
    public void Raise() => Interlocked.Exchange(ref _raised, Fresh()).TrySetResult();

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
