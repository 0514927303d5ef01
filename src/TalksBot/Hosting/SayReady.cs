using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Agenda;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Features.Checking;
using TalksBot.Features.Settings;
using TalksBot.Storage;
using TalksBot.Storage.Opening;
using TalksBot.Terminal;

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
        var silent = services.GetServices<KnownConnection>().Where(connection => !connection.TakesCommands).Select(connection => connection.Name).ToHashSet(StringComparer.Ordinal);
        var connections = services.GetServices<IPlatform>().Select(platform => platform.Name).Where(name => !silent.Contains(name)).ToList();
        if (operations.Channel is null && operations.LastResorts.Count == 0)
        {
            var others = ReadyWording.Others(connections);
            Unheard(others);
        }

        foreach (var finding in await scope.ServiceProvider.GetRequiredService<UnservedNames>().FindAsync(cancellationToken))
        {
            Unserved(finding.Sentence);
        }

        var invitation = ReadyWording.Invite(connections);
        Ready(database.Name, talks, moments, invitation);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "TalksBot is ready on {Database}: {Talks} talks, {Moments} moments on the agenda. {Invitation}; Ctrl-C stops it")]
    private partial void Ready(string database, int talks, int moments, string invitation);

    [LoggerMessage(Level = LogLevel.Warning, Message = $"{DeskOptions.Section}:OperationsChannel is not set and the terminal takes no part, so alarms are told in this log only; set it to a channel of {{Connections}}")]
    private partial void Unheard(string connections);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Sentence}")]
    private partial void Unserved(string sentence);
}

/// <summary>How commands are given, and what is amiss, in the lines that say that the desk is ready.</summary>
internal static class ReadyWording
{
    /// <summary>As in "Type /talks help" or "Use /talks on discord:main".</summary>
    /// <param name="connections">The names of the connections there are.</param>
    public static string Invite(IReadOnlyList<string> connections)
    {
        var others = Others(connections);
        return (connections.Contains(TerminalPlatform.PlatformName), others.Length > 0) switch
        {
            (true, false) => "Type /talks help",
            (true, true) => $"Type /talks help, or use /talks on {others}",
            (false, true) => $"Use /talks on {others}",
            (false, false) => "No platform is connected",
        };
    }

    /// <summary>Where an operations channel may be, for a desk that has none.</summary>
    public static string Others(IReadOnlyList<string> connections) =>
        string.Join(" and ", connections.Where(name => name != TerminalPlatform.PlatformName));
}

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
