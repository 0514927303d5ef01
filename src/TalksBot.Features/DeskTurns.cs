using Microsoft.Extensions.Logging;
using TalksBot.Storage;

namespace TalksBot.Features;

/// <summary>Begins the transactions that wake somebody once they hold.</summary>
internal sealed class DeskTurns(TalksDb db, WriteGate gate, CommitEffects effects, ILogger<DeskTurns> log)
{
    /// <summary>Waits for the turn and begins; what is not committed is rolled back when it is disposed, and wakes nobody.</summary>
    public async Task<DeskTurn> BeginAsync(CancellationToken token) => new(await gate.BeginAsync(db, token), effects, log);
}
