using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Platforms;
using TalksBot.Features.Transactions;

namespace TalksBot.Features.Outbox;

/// <summary>Sends what waits in the outbox, on every connection side by side.</summary>
internal sealed class SendDeliveries(IEnumerable<IPlatform> platforms, IServiceProvider services, OutboxSignal signal) : BackgroundService
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var abort = new CancellationTokenSource();
        await using var onStop = stoppingToken.Register(() => abort.CancelAfter(Grace));
        var log = services.GetRequiredService<ILogger<OutboxDispatcher>>();
        await Task.WhenAll(platforms.Select(platform => new OutboxDispatcher(platform, services, signal, log).RunAsync(stoppingToken, abort.Token)));
    }
}

/// <summary>What has to happen before a dispatcher looks at what waits.</summary>
internal interface IBeforeDispatch
{
    /// <summary>Lets it happen; each dispatcher asks one of its own before every look.</summary>
    Task RunAsync(CancellationToken token);
}
