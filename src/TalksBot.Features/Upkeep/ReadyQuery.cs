using TalksBot.Storage;
using TalksBot.Storage.Opening;
using TalksBot.Storage.Writing;

namespace TalksBot.Features.Upkeep;

/// <summary>Whether the desk could do its work now: a change can be written, and agenda and outbox do what is due.</summary>
public sealed class ReadyQuery
{
    private readonly TalksDb _db;
    private readonly WriteLock _gate;
    private readonly DeskHealth _health;

    /// <summary>Asks with these.</summary>
    internal ReadyQuery(TalksDb db, WriteLock gate, DeskHealth health) => (_db, _gate, _health) = (db, gate, health);

    /// <summary>Asks. A platform that is out of reach does not count: what is for it waits.</summary>
    /// <param name="now">The moment; it is written down, for only what was written could be.</param>
    public async Task<Readiness> AskAsync(Instant now, CancellationToken token)
    {
        try
        {
            await using var turn = await _gate.BeginAsync(_db, token);
            await _db.RememberAsync(Fact.AskedReadyAt, now, token);
            await turn.CommitAsync(token);
        }
        catch (Exception fault) when (StorageFault.Explain(fault) is { } sentence)
        {
            return new Readiness(IsReady: false, sentence, []);
        }

        var health = await _health.ReadAsync(now, token);
        return new Readiness(
            health.Works,
            health.Works ? "" : "The agenda or the outbox has not come by for a minute; look into the log.",
            [.. health.Down.Select(pause => $"{pause.Connection} takes nothing: {pause.Why}")]);
    }
}

/// <summary>Whether the desk could do its work.</summary>
/// <param name="IsReady">It could.</param>
/// <param name="Why">Why it could not; empty where it could.</param>
/// <param name="Notes">What else is amiss, a sentence each.</param>
public sealed record Readiness(bool IsReady, string Why, IReadOnlyList<string> Notes);
