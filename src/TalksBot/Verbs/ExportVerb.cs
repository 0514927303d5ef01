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
        var force = new Option<bool>("--force") { Description = "write over a file that is there already" };
        var format = new Option<string>("--format")
        {
            Description = "json is the whole record, which import reads; md, csv and ics are the chronology",
            DefaultValueFactory = _ => ExportFormat.Json.Word,
        };
        format.CompletionSources.Add([.. ExportFormat.Words]);
        var database = Options.Database();
        var export = new Command("export", "write negotiations as a file, without what may not be shown") { slug, output, force, format, database };
        export.SetAction((parsed, token) => parsed.GetRequiredValue(format) is var word && ExportFormat.Words.Contains(word)
            ? RunAsync((parsed.GetValue(slug), ExportFormat.Named(word)), (parsed.GetValue(output), parsed.GetValue(force)), parsed.GetValue(database), token)
            : RefuseAsync($"There is no such format as {Echo.Of(word)}; choose {string.Join(", ", ExportFormat.Words)}."));
        return export;
    }

    private static async Task<int> RunAsync((string? Slug, ExportFormat Format) asked, (string? Path, bool Force) output, string? database, CancellationToken token)
    {
        if (output.Path is not null && string.IsNullOrWhiteSpace(output.Path))
        {
            await RefuseAsync("--output names no file; write a path, or leave --output out to see the file here.");
            return CommandLineTool.CannotStart;
        }

        if (output is { Path: { } path, Force: false } && IsTaken(path))
        {
            return await RefuseAsync(Taken(path));
        }

        using var host = DeskHost.Visitor(database).BuildChecked();
        await host.Services.GetRequiredService<OpenDatabase>().RunAsync(token);
        await using var scope = host.Services.CreateAsyncScope();
        var archive = scope.ServiceProvider.GetRequiredService<WriteArchive>();
        var refusal = await WriteAsync(output, async stream => await archive.RunAsync(asked.Slug, asked.Format, stream, token)
            ? null
            : $"No talks are named {asked.Slug}; say \"/talks list\" shows those there are.");
        return refusal is null ? CommandLineTool.Done : await RefuseAsync(refusal);
    }

    private static async Task<int> RefuseAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return CommandLineTool.Refused;
    }

    /// <summary>A file is written beside its place and put there when it is whole, so that a refusal or a full disk leaves what was there before.</summary>
    private static async Task<string?> WriteAsync((string? Path, bool Force) output, Func<Stream, Task<string?>> writeAsync)
    {
        if (output.Path is not { } path)
        {
            await using var shown = Console.OpenStandardOutput();
            return await writeAsync(shown);
        }

        var begun = $"{path}.part";
        try
        {
            if (IsDevice(path))
            {
                // Nothing can be put in the place of a device.
                await using var device = File.OpenWrite(path);
                return await writeAsync(device);
            }

            if (await WritePrivatelyAsync(begun, writeAsync) is { } refusal)
            {
                File.Delete(begun);
                return refusal;
            }

            File.Move(begun, path, output.Force);
            return null;
        }
        catch (IOException) when (!output.Force && IsTaken(path))
        {
            File.Delete(begun);
            return Taken(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return $"The file {path} cannot be written; check its folder and who may write there, or choose another with --output. ({fault.Message})";
        }
    }

    /// <summary>What is handed out may be shown, but not to whoever has an account on this machine.</summary>
    private static async Task<string?> WritePrivatelyAsync(string path, Func<Stream, Task<string?>> writeAsync)
    {
        await using var stream = PrivateFiles.Open(path, FileMode.Create, FileAccess.Write, FileShare.None);
        return await writeAsync(stream);
    }

    private static bool IsDevice(string path) => path.StartsWith("/dev/", StringComparison.Ordinal);

    private static bool IsTaken(string path) => File.Exists(path) && !IsDevice(path);

    private static string Taken(string path) => $"The file {path} is there already and was left as it is; name another with --output, or write over it with --force.";
}
