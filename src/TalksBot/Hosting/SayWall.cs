using Microsoft.Extensions.Hosting;
using TalksBot.Web.Hosting;

namespace TalksBot.Hosting;

/// <summary>
/// Prints where the wallboard is, so that a newcomer sees it at once. It is written to standard error itself, not to the log, which may be kept
/// where more people read it; under a service manager that is the same, so nothing is printed there.
/// </summary>
internal sealed class SayWall(IWebAddress address, OwnWall own) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!ServiceManager.IsThere)
        {
            var root = await address.Listening.WaitAsync(stoppingToken);
            await Console.Error.WriteLineAsync($"The wallboard: {root}{own.Path} (from this machine, until TalksBot stops; for other screens: /talks wall add)");
        }
    }
}
