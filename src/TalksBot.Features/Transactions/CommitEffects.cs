using TalksBot.Core.Agenda;
using TalksBot.Core.Deliveries;
using TalksBot.Storage.Nodes;

namespace TalksBot.Features.Transactions;

/// <summary>What must be woken once the transaction at hand has been committed.</summary>
/// <param name="outbox">The pumps of this process, if any.</param>
/// <param name="record">Those in this process who show the record, if any.</param>
/// <param name="nodes">The other workers on the same database.</param>
/// <param name="wakes">The agenda's triggers; null in a process that only runs commands, whose worker learns at its heartbeat.</param>
internal sealed class CommitEffects(OutboxSignal outbox, RecordSignal record, INodes nodes, WakeScheduler? wakes = null)
{
    private readonly Dictionary<MomentKind, Instant> _first = [];
    private readonly List<Delivery> _posted = [];
    private readonly List<Action> _then = [];
    private bool _isOtherwise;

    /// <summary>The deliveries written in this transaction.</summary>
    public IReadOnlyList<Delivery> Deliveries => _posted;

    /// <summary>A delivery was written.</summary>
    public void Posted(Delivery delivery) => _posted.Add(delivery);

    /// <summary>A moment was written to the agenda.</summary>
    public void Planned(MomentKind kind, Instant due) =>
        _first[kind] = _first.TryGetValue(kind, out var first) ? Instant.Min(first, due) : due;

    /// <summary>The record reads otherwise, or others may see it.</summary>
    public void Changed() => _isOtherwise = true;

    /// <summary>What this process does once the change holds, such as going by it from then on.</summary>
    public void Then(Action act) => _then.Add(act);

    /// <summary>The transaction is committed.</summary>
    public async Task CommittedAsync(CancellationToken token)
    {
        _then.ForEach(act => act());
        if (_posted.Count > 0)
        {
            outbox.Raise();
            DeliveryTrace.Queued(_posted);
        }

        if (nodes.AreShared && (_posted.Count > 0 || _first.Count > 0 || _isOtherwise))
        {
            nodes.Tell(new NodeHint(_posted.Count > 0, _isOtherwise, _first.ToDictionary()));
        }

        if (_isOtherwise)
        {
            record.Raise();
        }

        foreach (var (kind, due) in _first)
        {
            await (wakes?.NoLaterThanAsync(kind, due, token) ?? Task.CompletedTask);
        }

        _posted.Clear();
        _first.Clear();
        _then.Clear();
        _isOtherwise = false;
    }
}
