namespace TalksBot.Features.Transactions;

/// <summary>Tells those in this process who show the record that it reads otherwise, or that somebody else may see it.</summary>
public sealed class RecordSignal
{
    private volatile TaskCompletionSource _raised = Fresh();

    /// <summary>Completes when the signal is next raised; take it before reading the record.</summary>
    public Task Next => _raised.Task;

    /// <summary>A change was committed.</summary>
    public void Raise() => Interlocked.Exchange(ref _raised, Fresh()).TrySetResult();

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
