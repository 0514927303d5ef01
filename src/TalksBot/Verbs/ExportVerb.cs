using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Commands;
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
        var format = new Option<string>("--format")
        {
            Description = "json is the whole record, which import reads; md, csv and ics are the chronology",
            DefaultValueFactory = _ => ExportFormat.Json.Word,
        };
        format.CompletionSources.Add([.. ExportFormat.Words]);
        var database = Options.Database();
        var export = new Command("export", "write negotiations as a file, without what may not be shown") { slug, output, format, database };
        export.SetAction((parsed, token) => parsed.GetRequiredValue(format) is var word && ExportFormat.Words.Contains(word)
            ? RunAsync((parsed.GetValue(slug), ExportFormat.Named(word)), parsed.GetValue(output), parsed.GetValue(database), token)
            : RefuseAsync($"There is no such format as {Echo.Of(word)}; choose {string.Join(", ", ExportFormat.Words)}."));
        return export;
    }

    private static async Task<int> RunAsync((string? Slug, ExportFormat Format) asked, string? output, string? database, CancellationToken token)
    {
        using var host = DeskHost.Visitor(database).BuildChecked();
        await host.Services.GetRequiredService<OpenDatabase>().RunAsync(token);
        await using var scope = host.Services.CreateAsyncScope();
        var text = await scope.ServiceProvider.GetRequiredService<WriteArchive>().RunAsync(asked.Slug, asked.Format, token);
        var refusal = text is null ? $"No talks are named {asked.Slug}; say \"/talks list\" shows those there are." : await WriteAsync(text, output, token);
        return refusal is null ? CommandLineTool.Done : await RefuseAsync(refusal);
    }

    private static async Task<int> RefuseAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
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
            return $"The file {output} cannot be written; check its folder and who may write there, or choose another with --output. ({fault.Message})";
        }
    }
}
