using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Features.Archive;
using TalksBot.Hosting;
using TalksBot.Storage.Opening;

namespace TalksBot.Verbs;

/// <summary>Writes negotiations as a file.</summary>
internal static class ExportVerb
{
    /// <summary>Declares it.</summary>
    public static Command Declare()
    {
        var slug = new Argument<string?>("talks") { Description = "which talks; all of them when left out", Arity = ArgumentArity.ZeroOrOne };
        var output = new Option<string?>("--output") { Description = "the file to write; standard output when left out", HelpName = "PATH" };
        var database = Options.Database();
        var export = new Command("export", "write negotiations as a JSON file, every change kept") { slug, output, database };
        export.SetAction((parsed, token) => RunAsync(parsed.GetValue(slug), parsed.GetValue(output), parsed.GetValue(database), token));
        return export;
    }

    private static async Task<int> RunAsync(string? slug, string? output, string? database, CancellationToken token)
    {
        using var host = DeskHost.Visitor(database).Build();
        await host.Services.GetRequiredService<OpenDatabase>().RunAsync(token);
        await using var scope = host.Services.CreateAsyncScope();
        var text = await scope.ServiceProvider.GetRequiredService<WriteArchive>().RunAsync(slug, token);
        var refusal = text is null ? $"No talks are named {slug}; say \"/talks list\" shows those there are." : await WriteAsync(text, output, token);
        if (refusal is null)
        {
            return CommandLineTool.Done;
        }

        await Console.Error.WriteLineAsync(refusal);
        return CommandLineTool.Refused;
    }

    private static async Task<string?> WriteAsync(string text, string? output, CancellationToken token)
    {
        if (output is null)
        {
            await Console.Out.WriteAsync(text);
            return null;
        }

        try
        {
            await File.WriteAllTextAsync(output, text, token);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return $"The file {output} cannot be written: {fault.Message}";
        }
    }
}
