using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Features.Settings;
using TalksBot.Hosting;
using TalksBot.Storage.Backups;
using TalksBot.Storage.Opening;

namespace TalksBot.Verbs;

/// <summary>Puts a copy in the place of the database, while no worker runs.</summary>
internal static class RestoreVerb
{
    /// <summary>Declares it.</summary>
    public static Command Declare()
    {
        var file = new Argument<string>("file") { Description = "a copy as backup writes it" };
        var database = Options.Database();
        var restore = new Command("restore", "put a copy in the place of the database, which is kept; the worker must not run") { file, database };
        restore.SetAction((parsed, token) => RunAsync(parsed.GetRequiredValue(file), parsed.GetValue(database), token));
        return restore;
    }

    private static async Task<int> RunAsync(string file, string? database, CancellationToken token)
    {
        using var host = DeskHost.Visitor(database).BuildChecked();
        var opening = host.Services.GetRequiredService<OpenDatabase>();
        if (host.Services.GetRequiredService<IOptions<StorageOptions>>().Value.IsPostgres)
        {
            await Console.Error.WriteLineAsync($"The database {opening.Name} is restored by the server's own means: stop every node, run pg_restore into an empty database, and start them again.");
            return CommandLineTool.Refused;
        }

        var target = opening.File;
        Restored restored;
        try
        {
            restored = await host.Services.GetRequiredService<RestoreDatabase>().RunAsync(file, token);
        }
        catch (StorageRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return CommandLineTool.Refused;
        }

        var clock = host.Services.GetRequiredService<IOptions<DeskOptions>>().Value.HomeClock;
        var now = host.Services.GetRequiredService<IClock>().GetCurrentInstant();
        foreach (var line in Lines(restored, target, file, restored.CopiedAt is { } at ? TimeWording.OnOwnClock(at, clock, now) : null))
        {
            await Console.Out.WriteLineAsync(line);
        }

        return CommandLineTool.Done;
    }

    private static IEnumerable<string> Lines(Restored restored, string target, string file, string? copied)
    {
        yield return copied is null ? $"Restored {target} from {file}." : $"Restored {target} from {file}, as it stood at {copied}.";
        if (restored.Before is { } before)
        {
            yield return $"What was there before is kept as {before}";
        }

        yield return "What was recorded since the copy is not in it: look at the channels, and record it again.";
        yield return restored.Doubtful == 0
            ? "What falls due until now is looked for in its channel before it is sent, so that nothing is told twice."
            : $"{Typography.Count(restored.Doubtful, "post")} that waited then, and what falls due until now, are looked for in their channels before they are sent, so that nothing is told twice.";
    }
}
