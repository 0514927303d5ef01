using System.CommandLine;
using Microsoft.Extensions.Options;
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

    /// <summary>Runs one invocation.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return await Tool().Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OptionsValidationException faults)
        {
            return Explain(faults.Failures);
        }
        catch (StorageRefusedException refused)
        {
            return Explain([refused.Message]);
        }
        catch (InvalidDataException unreadable)
        {
            return Explain([unreadable.Message]);
        }
    }

    private static RootCommand Tool()
    {
        var tool = new RootCommand("TalksBot, the deadline desk of a newsroom. With no verb it runs the worker.")
        {
            SayVerb.Declare(),
            DemoVerb.Declare(),
            ReplayVerb.Declare(),
            ImportVerb.Declare(),
            ExportVerb.Declare(),
            ManifestVerb.Declare(),
        };
        RunVerb.Declare(tool);
        return tool;
    }

    private static int Explain(IEnumerable<string> faults)
    {
        foreach (var fault in faults)
        {
            Console.Error.WriteLine(fault);
        }

        return CannotStart;
    }
}
