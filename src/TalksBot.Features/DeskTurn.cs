using TalksBot.Storage;

namespace TalksBot.Features;

/// <summary>One transaction, and whom it wakes.</summary>
internal sealed class DeskTurn(WriteTurn turn, CommitEffects effects) : IAsyncDisposable
{
    /// <summary>Writes down what is tracked, so that it can be asked for; it holds once the turn is committed.</summary>
    public Task SaveAsync(CancellationToken token) => turn.SaveAsync(token);

    /// <summary>Commits, and wakes whoever has something to do by it.</summary>
    public async Task CommitAsync(CancellationToken token)
    {
        await turn.CommitAsync(token);

        // From here on the change holds, so a program that stops must not answer that it does not.
        await effects.CommittedAsync(CancellationToken.None);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => turn.DisposeAsync();
}
