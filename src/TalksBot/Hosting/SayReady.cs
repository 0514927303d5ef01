using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Agenda;
using TalksBot.Storage;
using TalksBot.Storage.Opening;

namespace TalksBot.Hosting;

/// <summary>Says on standard error that the desk is ready, and what it has before it.</summary>
internal sealed partial class SayReady(IServiceScopeFactory scopes, OpenDatabase database, ILogger<SayReady> log) : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
        var talks = await db.Negotiations.CountAsync(cancellationToken);
        var moments = await db.Moments.CountAsync(moment => moment.State == MomentState.Open, cancellationToken);
        Ready(database.File, talks, moments);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "TalksBot is ready on {File}: {Talks} talks, {Moments} moments on the agenda. Type /talks help; Ctrl-C stops it")]
    private partial void Ready(string file, int talks, int moments);
}
