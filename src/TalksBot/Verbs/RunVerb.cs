using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TalksBot.Hosting;
using TalksBot.Storage.Opening;

namespace TalksBot.Verbs;

/// <summary>The worker: what the program does when no verb is given.</summary>
internal static class RunVerb
{
    /// <summary>Declares it as the program's own action.</summary>
    public static void Declare(RootCommand tool)
    {
        var database = Options.Database();
        tool.Add(database);
        tool.SetAction((parsed, token) => RunAsync(parsed.GetValue(database), token));
    }

    private static async Task<int> RunAsync(string? database, CancellationToken token)
    {
        WorkerLock? alone = null;
        try
        {
            using var host = DeskHost.Worker(database).BuildChecked();
            var opening = host.Services.GetRequiredService<OpenDatabase>();
            alone = await opening.TakeAloneAsync(token);
            await opening.RunAsync(token);
            await host.RunAsync(token);
            return CommandLineTool.Done;
        }
        finally
        {
            // After the last connection, which would lose its locks by it.
            alone?.Dispose();
        }
    }
}
