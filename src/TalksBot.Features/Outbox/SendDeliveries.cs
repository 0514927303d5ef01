using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Platforms;
using TalksBot.Features.Transactions;
using TalksBot.Storage.Nodes;

namespace TalksBot.Features.Outbox;

/// <summary>Sends what waits in the outbox, on every connection side by side, as long as it is this node that sends for it.</summary>
internal sealed class SendDeliveries(IEnumerable<IPlatform> platforms, ISendingRight right, IServiceProvider services, OutboxSignal signal, Pulse pulse, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan WaitsVisibly = TimeSpan.FromSeconds(5);

    private readonly ILogger<OutboxDispatcher> _log = services.GetRequiredService<ILogger<OutboxDispatcher>>();

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var abort = new CancellationTokenSource();
        await using var onStop = stoppingToken.Register(() => abort.CancelAfter(Grace));
        await Task.WhenAll(platforms.Select(platform => SendAsync(platform, stoppingToken, abort.Token)));
    }

    private async Task SendAsync(IPlatform platform, CancellationToken stopping, CancellationToken abort)
    {
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                await using var term = await TakeAsync(platform, stopping);
                await new OutboxDispatcher(platform, term, services, signal, _log).RunAsync(stopping, abort);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Another node sends, or the next start does.
        }
    }

    /// <summary>A node that waits for its turn is as it should be, and says so.</summary>
    private async Task<SendingTerm> TakeAsync(IPlatform platform, CancellationToken stopping)
    {
        var taking = right.TakeAsync(platform.Name, stopping);
        while (!taking.IsCompleted)
        {
            pulse.Turn(platform.Name, isDone: true);
            using var waking = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            await Task.WhenAny(taking, Task.Delay(WaitsVisibly, time, waking.Token));
            await waking.CancelAsync();
        }

        return await taking;
    }
}

/// <summary>What has to happen before a dispatcher looks at what waits.</summary>
internal interface IBeforeDispatch
{
    /// <summary>Lets it happen; each dispatcher asks one of its own before every look.</summary>
    Task RunAsync(CancellationToken token);
}
