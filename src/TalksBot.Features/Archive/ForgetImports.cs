using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Storage.Opening;
using TalksBot.Storage.Writing;

namespace TalksBot.Features.Archive;

/// <summary>Removes what an interrupted import has left; nobody has seen it.</summary>
internal sealed partial class ForgetImports(IServiceScopeFactory scopes, OpenDatabase database, ILogger<ForgetImports> log) : BackgroundService
{
    /// <summary>The file that whoever imports holds.</summary>
    public static string LockOf(OpenDatabase database) => database.File + ".importing";

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var alone = FileLock.TryTake(LockOf(database));
            if (alone is not null)
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<StagedImport>().RemoveUnpublishedAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is left stays unseen until the next start.
        }
        catch (Exception fault) when (StorageFault.Explain(fault) is { } sentence)
        {
            LeftForLater(sentence);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What an interrupted import has left, which nobody sees, is removed at the next start: {Sentence}")]
    private partial void LeftForLater(string sentence);
}
