using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Agenda;
using TalksBot.Core.Deliveries;
using TalksBot.Storage;

namespace TalksBot.Features.Pace;

/// <summary>
/// Knows when the bot has done all that is due, so that a simulated clock may move on: however slow the machine, nothing in
/// a replay is late unless the bot itself is.
/// </summary>
internal sealed class Stillness(IServiceScopeFactory scopes, IClock clock)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LosePatienceAfter = TimeSpan.FromSeconds(20);

    /// <summary>Waits until nothing is due any more; a bot that is stuck is not waited for for ever.</summary>
    public async Task WaitAsync(CancellationToken token)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(LosePatienceAfter);
        try
        {
            while (await IsBusyAsync(patience.Token))
            {
                await Task.Delay(LookEvery, patience.Token);
            }
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            // Time goes on; what comes late will say so.
        }
    }

    /// <summary>When something falls due next; null when the agenda and the outbox are empty.</summary>
    public async Task<Instant?> NextDueAsync(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
        var moment = await db.Moments.Where(open => open.State == MomentState.Open).MinAsync(open => (Instant?)open.Due, token);
        var delivery = await db.Deliveries.Where(waiting => waiting.State == DeliveryState.Pending).MinAsync(waiting => (Instant?)waiting.NotBefore, token);
        return moment is null || delivery is null ? moment ?? delivery : Instant.Min(moment.Value, delivery.Value);
    }

    private async Task<bool> IsBusyAsync(CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
        return await db.Moments.AnyAsync(moment => moment.State == MomentState.Open && moment.Due <= now, token)
            || await db.Deliveries.AnyAsync(
                delivery => delivery.State == DeliveryState.Sending || (delivery.State == DeliveryState.Pending && delivery.NotBefore <= now), token);
    }
}
