using Microsoft.Extensions.Logging;
using TalksBot.Storage;
using TalksBot.Storage.Writing;

namespace TalksBot.Features.Transactions;

/// <summary>One transaction, and whom it wakes. The boundary behind a commit: what fails there cannot make the change undone.</summary>
internal sealed partial class Transaction(WriteTransaction turn, CommitEffects effects, ILogger<UnitOfWork> log) : IAsyncDisposable
{
    private bool _isCommitted;

    /// <summary>Commits, and wakes whoever has something to do by it.</summary>
    public async Task CommitAsync(CancellationToken token)
    {
        await turn.CommitAsync(token);
        _isCommitted = true;
        await GuardAsync(async () => await effects.CommittedAsync(CancellationToken.None));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_isCommitted)
        {
            await GuardAsync(async () => await turn.DisposeAsync());
            return;
        }

        await turn.DisposeAsync();
    }

    private async Task GuardAsync(Func<Task> then)
    {
        try
        {
            await then();
        }
#pragma warning disable CA1031 // The change holds: whoever gave it must not be told otherwise, and what was not woken looks by itself at its heartbeat.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            NotWoken(fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A change was committed, but not everybody could be woken by it; they look by themselves soon, or at the next start")]
    private partial void NotWoken(Exception fault);
}

/// <summary>Begins the transactions that wake somebody once they hold.</summary>
internal sealed class UnitOfWork(TalksDb db, WriteLock gate, CommitEffects effects, ILogger<UnitOfWork> log)
{
    /// <summary>Waits for the turn and begins; what is not committed is rolled back when it is disposed, and wakes nobody.</summary>
    public async Task<Transaction> BeginAsync(CancellationToken token) => new(await gate.BeginAsync(db, token), effects, log);

    /// <summary>Begins to look at the record as it stands, for what is not going to be committed: nobody waits for it.</summary>
    public Task<ReadTransaction> ReadAsync(CancellationToken token) => ReadTransaction.BeginAsync(db, token);
}
