using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Agenda;
using TalksBot.Core.Deliveries;
using TalksBot.Features.Agenda;
using TalksBot.Features.Outbox;
using TalksBot.Storage;

namespace TalksBot.Features.Pace;

/// <summary>
/// Knows when the bot has done all that is due, so that a simulated clock may move on: however slow the machine, nothing in
/// a replay is late unless the bot itself is.
/// </summary>
/// <remarks>
/// A sleeper that works out how long to sleep just before the clock jumps, and lies down just after, oversleeps. That cannot
/// happen on a real clock; on a simulated one the sleepers are nudged when nothing moves for a while.
/// </remarks>
internal sealed class Stillness(IServiceScopeFactory scopes, IClock clock, ClaimRounds rounds, OutboxSignal outbox)
{
    private const int LooksBetweenNudges = 100;
    private const int MostNudges = 60;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(2);

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

                await Task.Delay(LookEvery, token);
            }

            await NudgeAsync(token);
        }

        throw new TimeoutException($"What was due at {clock.GetCurrentInstant()} was not done.");
    }

    /// <summary>When something falls due next; null when the agenda and the outbox are empty.</summary>
    public async Task<Instant?> NextDueAsync(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
        var moment = await db.Moments.Where(open => open.State == MomentState.Open).MinAsync(open => (Instant?)open.Due, token);
        var delivery = await scope.ServiceProvider.GetRequiredService<WaitingDeliveries>().NextAsync(connection: null, busy: [], token);
        return moment is null || delivery is null ? moment ?? delivery : Instant.Min(moment.Value, delivery.Value);
    }

    private async Task NudgeAsync(CancellationToken token)
    {
        foreach (var kind in Enum.GetValues<MomentKind>())
        {
            await rounds.RunAsync(kind, token);
        }

        outbox.Raise();
    }

    /// <summary>Looks in the order in which work goes, moment, waiting, sending, and once more at what went back: what moves on meanwhile is met later.</summary>
    private async Task<bool> IsBusyAsync(CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
        var waiting = scope.ServiceProvider.GetRequiredService<WaitingDeliveries>();
        return await db.Moments.AnyAsync(moment => moment.State == MomentState.Open && moment.Due <= now, token)
            || await waiting.NextAsync(connection: null, busy: [], token) <= now
            || await db.Deliveries.AnyAsync(delivery => delivery.State == DeliveryState.Sending, token)
            || await waiting.NextAsync(connection: null, busy: [], token) <= now;
    }
}
