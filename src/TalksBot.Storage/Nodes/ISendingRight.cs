using System.Diagnostics.CodeAnalysis;

namespace TalksBot.Storage.Nodes;

/// <summary>Who may send for a connection: a platform's limits hold for the bot and not for a node, and one sender keeps the order.</summary>
public interface ISendingRight
{
    /// <summary>Waits until this node may send.</summary>
    Task<SendingTerm> TakeAsync(string connection, CancellationToken token);

    /// <summary>True where this node was the last to send for a connection, as far as it knows: when nobody can be asked, it is the one to speak.</summary>
    bool WasLast(string connection);
}

/// <summary>The time for which a node may send for a connection. What it has in hand when that ends is looked for by whoever comes next.</summary>
public abstract class SendingTerm : IAsyncDisposable
{
    /// <summary>The term itself, as leases name it.</summary>
    public string Owner { get; } = Guid.NewGuid().ToString("N");

    /// <summary>True while something may be begun to be sent, as far as this node can know; to be asked right before it is.</summary>
    public abstract bool IsHeld { get; }

    /// <summary>Raised when it has ended.</summary>
    public abstract CancellationToken Ended { get; }

    /// <summary>Throws <see cref="SendingTermEndedException"/> where another node has taken over; to be asked within the transaction that relies on it.</summary>
    public abstract Task ConfirmAsync(TalksDb db, CancellationToken token);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets others take over at once.</summary>
    protected abstract ValueTask EndAsync();
}

/// <summary>Another node sends for the connection now; what this one meant to write down does not hold.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It always says the same.")]
public sealed class SendingTermEndedException : Exception
{
    /// <summary>Says so.</summary>
    public SendingTermEndedException()
        : base("Another node sends for this connection now.")
    {
    }
}

/// <summary>Where one worker has the database alone, it sends for everything and for ever.</summary>
internal sealed class SoleSender : ISendingRight
{
    /// <inheritdoc/>
    public Task<SendingTerm> TakeAsync(string connection, CancellationToken token) => Task.FromResult<SendingTerm>(new Term());

    /// <inheritdoc/>
    public bool WasLast(string connection) => true;

    private sealed class Term : SendingTerm
    {
        /// <inheritdoc/>
        public override bool IsHeld => true;

        /// <inheritdoc/>
        public override CancellationToken Ended => CancellationToken.None;

        /// <inheritdoc/>
        public override Task ConfirmAsync(TalksDb db, CancellationToken token) => Task.CompletedTask;

        /// <inheritdoc/>
        protected override ValueTask EndAsync() => ValueTask.CompletedTask;
    }
}
