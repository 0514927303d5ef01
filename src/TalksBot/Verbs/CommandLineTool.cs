using System.CommandLine;
using TalksBot.Storage.Opening;

namespace TalksBot.Verbs;

/// <summary>The program's own verbs. Exit codes: 0 done, 1 refused, 2 cannot start.</summary>
internal static class CommandLineTool
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Refused by the desk; standard output or error says why.</summary>
    public const int Refused = 1;

    /// <summary>The configuration or the database cannot be used; standard error says why and what to do.</summary>
    public const int CannotStart = 2;

    /// <summary>What is under way may finish for so long after Ctrl-C.</summary>
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(5);

    /// <summary>Runs one invocation.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return await Tool().Parse(args).InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = StopWithin,
            });
        }
        catch (OperationCanceledException)
        {
            return Explain(["Stopped before it was done."], Refused);
        }
        catch (Exception fault) when (StartFault.Explain(fault) is { } sentences)
        {
            return Explain(sentences, CannotStart);
        }
        catch (Exception fault) when (StorageFault.Explain(fault) is { } sentence)
        {
            return Explain([sentence], Refused);
        }
    }

    private static RootCommand Tool()
    {
        var tool = new RootCommand("TalksBot, the deadline desk of a newsroom. With no verb it runs the worker.")
        {
            SayVerb.Declare(),
            SetupVerb.Declare(),
            CheckVerb.Declare(),
            HealthVerb.Declare(),
            DemoVerb.Declare(),
            ReplayVerb.Declare(),
            ImportVerb.Declare(),
            ExportVerb.Declare(),
            ManifestVerb.Declare(),
            BackupVerb.Declare(),
            RestoreVerb.Declare(),
            MoveVerb.Declare(),
        };
        RunVerb.Declare(tool);
        return tool;
    }

    private static int Explain(IEnumerable<string> faults, int exitCode)
    {
        foreach (var fault in faults)
        {
            Console.Error.WriteLine(fault);
        }

        return exitCode;
    }
}
