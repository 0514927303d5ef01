using TalksBot.Core.Deliveries;
using TalksBot.Storage;
using TalksBot.Storage.Nodes;

namespace TalksBot.Features.Outbox;

/// <summary>
/// What a sender does with what waits for a connection, in a transaction that does not hold. A node that takes over from another sends its first
/// posts when they are due already.
/// </summary>
internal sealed class OutboxRehearsal(OutboxTurn turn)
{
    /// <summary>Leases what waits and writes its receipts.</summary>
    /// <returns>How many posts were leased.</returns>
    public async Task<int> RunAsync(string connection, Instant now, CancellationToken token)
    {
        await using var term = new RehearsedTerm();
        var order = new TurnOrder(connection, term, [], [], Ahead: 1);
        await turn.IsNeededAsync(order, token);
        await turn.TakeOverAsync(order, [], isAlone: true, now, token);
        var (leased, _) = await turn.WorkAsync(order, now, token);
        var answers = leased.Select(post => new Attempted(post.Id, new RetryDecision.Done("rehearsed"), "", post.Post.Post, now)).ToList();
        await turn.WorkAsync(order with { Answers = answers, Busy = [.. leased.Select(post => post.Lane)] }, now, token);
        await turn.NextAsync(order, token);
        return leased.Count;
    }

    /// <summary>Nothing may be sent by it.</summary>
    private sealed class RehearsedTerm : SendingTerm
    {
        /// <inheritdoc/>
        public override bool IsHeld => false;

        /// <inheritdoc/>
        public override CancellationToken Ended => CancellationToken.None;

        /// <inheritdoc/>
        public override Task ConfirmAsync(TalksDb db, CancellationToken token) => throw new SendingTermEndedException();

        /// <inheritdoc/>
        protected override ValueTask EndAsync() => ValueTask.CompletedTask;
    }
}
