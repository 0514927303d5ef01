using TalksBot.Core.Agenda;
using TalksBot.Features.Agenda;
using TalksBot.Features.Outbox;

namespace TalksBot.Features;

/// <summary>What must be woken once the transaction at hand has been committed.</summary>
/// <param name="outbox">The pumps of this process, if any.</param>
/// <param name="wakes">The agenda's triggers; null in a process that only runs commands, whose worker learns at its heartbeat.</param>
internal sealed class CommitEffects(OutboxSignal outbox, Wakes? wakes = null)
{
    private readonly Dictionary<MomentKind, Instant> _first = [];
    private bool _posted;

    /// <summary>Deliveries were written.</summary>
    public void Posted() => _posted = true;

    /// <summary>A moment was written to the agenda.</summary>
    public void Planned(MomentKind kind, Instant due) =>
        _first[kind] = _first.TryGetValue(kind, out var first) ? Instant.Min(first, due) : due;

    /// <summary>The transaction is committed.</summary>
    public async Task CommittedAsync(CancellationToken token)
    {
        if (_posted)
        {
            outbox.Raise();
        }

        foreach (var (kind, due) in _first)
        {
            await (wakes?.NoLaterThanAsync(kind, due, token) ?? Task.CompletedTask);
        }

        _posted = false;
        _first.Clear();
    }
}
