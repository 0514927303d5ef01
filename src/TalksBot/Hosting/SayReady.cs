using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Agenda;
using TalksBot.Core.Platforms;
using TalksBot.Features.Checking;
using TalksBot.Features.Desk;
using TalksBot.Storage;
using TalksBot.Storage.Opening;

namespace TalksBot.Hosting;

/// <summary>Says on standard error that the desk is ready, and what it has before it.</summary>
internal sealed partial class SayReady(IServiceProvider services, OpenDatabase database, OperationsDesk operations, ILogger<SayReady> log) : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
        var talks = await db.Negotiations.CountAsync(cancellationToken);
        var moments = await db.Moments.CountAsync(moment => moment.State == MomentState.Open, cancellationToken);
        var connections = services.GetServices<IPlatform>().Select(platform => platform.Name).ToList();
        if (operations.Channel is null)
        {
            var others = ReadyWording.Others(connections);
            Unheard(others);
        }

        foreach (var finding in await scope.ServiceProvider.GetRequiredService<UnservedNames>().FindAsync(cancellationToken))
        {
            Unserved(finding.Sentence);
        }

        var invitation = ReadyWording.Invite(connections);
        Ready(database.File, talks, moments, invitation);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "TalksBot is ready on {File}: {Talks} talks, {Moments} moments on the agenda. {Invitation}; Ctrl-C stops it")]
    private partial void Ready(string file, int talks, int moments, string invitation);

    [LoggerMessage(Level = LogLevel.Warning, Message = $"{DeskOptions.Section}:OperationsChannel is not set and the terminal takes no part, so alarms are told in this log only; set it to a channel of {{Connections}}")]
    private partial void Unheard(string connections);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Sentence}")]
    private partial void Unserved(string sentence);
}
