using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Agenda;
using TalksBot.Core.Deliveries;
using TalksBot.Features.Agenda;
using TalksBot.Features.Outbox;
using TalksBot.Features.Transactions;
using TalksBot.Storage;
using TalksBot.Storage.Writing;

namespace TalksBot.Features.Pace;

/// <summary>
/// Knows when the bot has done all that is due, so that a simulated clock may move on: however slow the machine, nothing in
/// a replay is late unless the bot itself is.
/// </summary>
/// <remarks>
/// A sleeper that works out how long to sleep just before the clock jumps, and lies down just after, oversleeps. That cannot
/// happen on a real clock; on a simulated one the sleepers are nudged when nothing moves for a while.
/// </remarks>
internal sealed class IdleDetector(IServiceScopeFactory scopes, IClock clock, AgendaRounds rounds, OutboxSignal outbox, ProbeTimes probes, WriteLock gate)
{
    private const int LooksBetweenNudges = 120;
    private const int MostNudges = 60;

    // Most of what is due is done at once.
    private const int HastyLooks = 20;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(2);

    private Pending _known = new(Turns: -1, Due: null, IsSending: false, Asked: []);

    /// <summary>Waits until nothing is due any more.</summary>
    /// <exception cref="TimeoutException">The bot is stuck.</exception>
    public async Task WaitAsync(CancellationToken token)
    {
        for (var nudges = 0; nudges < MostNudges; nudges++)
        {
            for (var looks = 0; looks < LooksBetweenNudges; looks++)
            {
                if (!await IsBusyAsync(token))
                {
                    return;
                }

                if (looks < HastyLooks)
                {
                    await Task.Yield();
                }
                else
                {
                    await Task.Delay(LookEvery, token);
                }
            }

            await NudgeAsync(token);
        }

        throw new TimeoutException($"What was due at {clock.GetCurrentInstant()} was not done.");
    }

    /// <summary>When something falls due next; null when the agenda and the outbox are empty.</summary>
    public async Task<Instant?> NextDueAsync(CancellationToken token)
    {
        var pending = await LookAsync(token);
        return WaitingDeliveries.Earlier(pending.Due, NextProbe(pending));
    }

    private async Task NudgeAsync(CancellationToken token)
    {
        foreach (var kind in Enum.GetValues<MomentKind>())
        {
            await rounds.RunAsync(kind, token);
        }

        outbox.Raise();
    }

    private async Task<bool> IsBusyAsync(CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        var pending = await LookAsync(token);
        return pending.IsSending || pending.Due <= now || NextProbe(pending) <= now;
    }

    /// <summary>When a connection that does not answer is asked next; now where nobody has begun to ask it.</summary>
    private Instant? NextProbe(Pending pending) => pending.Asked.Min(connection => (Instant?)(probes.Next(connection) ?? clock.GetCurrentInstant()));

    /// <summary>Looks in the order in which work goes, moment, waiting, sending, and once more at what went back: what moves on meanwhile is met later.</summary>
    private async Task<Pending> LookAsync(CancellationToken token)
    {
        var turns = gate.Turns;
        if (_known.Turns == turns)
        {
            return _known;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
        var waiting = scope.ServiceProvider.GetRequiredService<WaitingDeliveries>();
        var due = await db.Moments.Where(open => open.State == MomentState.Open).MinAsync(open => (Instant?)open.Due, token);
        due = WaitingDeliveries.Earlier(due, await waiting.NextAsync(connection: null, busy: [], token));
        var isSending = await db.Deliveries.AnyAsync(delivery => delivery.State == DeliveryState.Sending, token);
        due = WaitingDeliveries.Earlier(due, await waiting.NextAsync(connection: null, busy: [], token));
        var asked = await db.Pauses.Where(pause => pause.Place == "" && pause.Reason != PauseReason.TakesNothing).Select(pause => pause.Connection).ToListAsync(token);
        var pending = new Pending(turns, due, isSending, asked);
        if (turns % 2 == 0 && turns == gate.Turns)
        {
            _known = pending;
        }

        return pending;
    }

    /// <summary>What the database holds to be done.</summary>
    /// <param name="Turns">How many turns had been taken at it.</param>
    /// <param name="Due">When something falls due next.</param>
    /// <param name="IsSending">Something is with a platform.</param>
    /// <param name="Asked">The connections that are asked whether they are there.</param>
    private sealed record Pending(long Turns, Instant? Due, bool IsSending, IReadOnlyList<string> Asked);
}
