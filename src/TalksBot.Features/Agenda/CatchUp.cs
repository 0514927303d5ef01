using Microsoft.Extensions.Hosting;
using TalksBot.Core.Agenda;
using TalksBot.Features.Outbox;
using TalksBot.Features.Transactions;

namespace TalksBot.Features.Agenda;

/// <summary>
/// After a start, and after the machine slept, lets the agenda speak before the outbox does: what still waited there may be
/// stale, and only a newer alert can say so.
/// </summary>
internal sealed class CatchUp(AgendaRounds rounds, IClock clock, Heartbeats heartbeats) : IBeforeDispatch
{
    private static readonly MomentKind[] Alerts = [MomentKind.Countdown, MomentKind.Session];

    private Instant _awake = Instant.MinValue;

    /// <inheritdoc/>
    /// <remarks>Claims the alerts that fell due in a silence; does nothing while the caller comes by as often as its heartbeat.</remarks>
    public async Task RunAsync(CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        var silence = now - _awake;
        _awake = now;
        if (silence <= heartbeats.Outbox * 2)
        {
            return;
        }

        foreach (var kind in Alerts)
        {
            await rounds.RunAsync(kind, token);
        }
    }
}

/// <summary>Brings the agenda up to date before anything of it fires.</summary>
internal sealed class StartAgenda(RestoredCopy restored, ReplanWhenZonesChange replan) : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await restored.LoadAsync(cancellationToken);
        await replan.RunAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
