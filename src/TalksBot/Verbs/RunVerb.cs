using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TalksBot.Hosting;
using TalksBot.Storage.Opening;

namespace TalksBot.Verbs;

/// <summary>The worker: what the program does when no verb is given.</summary>
internal static class RunVerb
{
    /// <summary>Declares it as the program's own action, and as a verb for those who look for one.</summary>
    public static void Declare(RootCommand tool)
    {
        var run = new Command("run", "run the worker, as without a verb");
        Declare(run, Options.Database());
        Declare(tool, Options.Database());
        tool.Add(run);
    }

    private static void Declare(Command command, Option<string?> database)
    {
        command.Add(database);
        command.SetAction((parsed, token) => RunAsync(parsed.GetValue(database), token));
    }

    private static async Task<int> RunAsync(string? database, CancellationToken token)
    {
        IDisposable? alone = null;
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

/// <summary>Says what keeps the program from starting, a sentence for each fault.</summary>
internal static class StartFault
{
    /// <summary>The sentences; null when the exception is none of those a person can mend.</summary>
    public static IEnumerable<string>? Explain(Exception exception) => exception switch
    {
        OptionsValidationException faults => faults.Failures,
        AggregateException { InnerExceptions: var all } when all.All(fault => fault is OptionsValidationException) =>
            all.Cast<OptionsValidationException>().SelectMany(faults => faults.Failures),
        StorageRefusedException refused => [refused.Message],
        InvalidDataException unreadable => [NotJson(unreadable)],
        _ => null,
    };

    private static string NotJson(InvalidDataException unreadable)
    {
        for (Exception? cause = unreadable; cause is not null; cause = cause.InnerException)
        {
            if (cause is JsonException { LineNumber: { } line })
            {
                return string.Create(
                    CultureInfo.InvariantCulture, $"{unreadable.Message.TrimEnd('.')}: line {line + 1} is not JSON; mend it there, or move the file away.");
            }
        }

        return $"{unreadable.Message.TrimEnd('.')}; mend it, or move the file away.";
    }
}
