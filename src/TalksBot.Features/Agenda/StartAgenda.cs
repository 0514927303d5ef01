using Microsoft.Extensions.Hosting;

namespace TalksBot.Features.Agenda;

/// <summary>Brings the agenda up to date before anything of it fires.</summary>
internal sealed class StartAgenda(ReplanWhenZonesChange replan) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => replan.RunAsync(cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
