using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Archive;
using TalksBot.Core.Text;
using TalksBot.Features.Archive;
using TalksBot.Hosting;
using TalksBot.Storage.Opening;

namespace TalksBot.Verbs;

/// <summary>Takes negotiations from a file into the record.</summary>
internal static class ImportVerb
{
    /// <summary>So many talks are named; the others are counted.</summary>
    private const int MostNamed = 20;

    /// <summary>Declares it.</summary>
    public static Command Declare()
    {
        var file = new Argument<string>("file") { Description = "a JSON file as export writes it" };
        var database = Options.Database();
        var import = new Command("import", "take negotiations from a file: all of them or none") { file, database };
        import.SetAction((parsed, token) => RunAsync(parsed.GetRequiredValue(file), parsed.GetValue(database), token));
        return import;
    }

    private static async Task<int> RunAsync(string path, string? database, CancellationToken token)
    {
        var (file, refusal) = await TalksFileOnDisk.ReadAsync(path, token);
        if (file is not null)
        {
            refusal = await TakeAsync(file, database, token);
        }

        if (refusal is not null)
        {
            await Console.Error.WriteLineAsync(refusal);
            return CommandLineTool.Refused;
        }

        var left = file!.Talks.Count - MostNamed;
        var named = string.Join(", ", file.Talks.Take(MostNamed).Select(talks => talks.Slug));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Imported {file.Talks.Count}: {named}{(left > 0 ? $", {Typography.More(left)}" : "")}"));
        return CommandLineTool.Done;
    }

    private static async Task<string?> TakeAsync(TalksFile file, string? database, CancellationToken token)
    {
        using var host = DeskHost.Visitor(database).BuildChecked();
        await host.Services.GetRequiredService<OpenDatabase>().RunAsync(token);
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TakeArchive>().RunAsync(file, token);
    }
}
