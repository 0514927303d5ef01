using Microsoft.Extensions.Hosting;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;

namespace TalksBot.Hosting;

/// <summary>
/// Prints the claim code of every connection that obeys no server yet. It is written to standard error itself, not to the log, which may be
/// kept where more people read it.
/// </summary>
internal sealed class SayClaims(IEnumerable<KnownConnection> known, ServerClaims claims, ClaimCodes codes) : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var connection in known.Where(one => one.NeedsClaim && claims.Of(one.Name) is null))
        {
            await Console.Error.WriteLineAsync(
                $"{connection.Name} obeys no server yet. Somebody who may manage the server it is to obey gives this command there: /talks claim {codes.Of(connection.Name)}");
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
