using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TalksBot.Features.Upkeep;
using TalksBot.Hosting;
using TalksBot.Storage.Backups;
using TalksBot.Storage.Opening;

namespace TalksBot.Verbs;

/// <summary>Copies the database, also beside a running worker.</summary>
internal static class BackupVerb
{
    /// <summary>Declares it.</summary>
    public static Command Declare()
    {
        var file = new Argument<string?>("file") { Description = "the copy to write; into the folder of copies when left out", Arity = ArgumentArity.ZeroOrOne };
        var force = new Option<bool>("--force") { Description = "write over a file that is there already" };
        var database = Options.Database();
        var backup = new Command("backup", "copy the database: whole, looked through, and on the disk before it has its name") { file, force, database };
        backup.SetAction((parsed, token) => RunAsync(parsed.GetValue(file), parsed.GetValue(force), parsed.GetValue(database), token));
        return backup;
    }

    private static async Task<int> RunAsync(string? file, bool force, string? database, CancellationToken token)
    {
        if (file is not null && Directory.Exists(file))
        {
            return await RefuseAsync($"{file} is a folder; name the copy to write, or leave it out and set {BackupOptions.Section}:{nameof(BackupOptions.Folder)}.");
        }

        if (file is not null && File.Exists(file) && !force)
        {
            return await RefuseAsync($"The file {file} is there already and was left as it is; name another, or write over it with --force.");
        }

        using var host = DeskHost.Visitor(database).BuildChecked();
        var opening = host.Services.GetRequiredService<OpenDatabase>();
        if (host.Services.GetRequiredService<IOptions<StorageOptions>>().Value.IsPostgres)
        {
            return await RefuseAsync($"The database {opening.Name} is copied by the server's own means: run pg_dump --format=custom each night, or have the server archive its log.");
        }

        if (!opening.IsThere)
        {
            return await RefuseAsync($"There is no database {opening.File} to copy; name one with --database.");
        }

        await opening.RunAsync(token);
        var copy = await WriteAsync(host.Services, file, token);
        await Console.Out.WriteLineAsync($"Copied {opening.File} to {copy.File}");
        return CommandLineTool.Done;
    }

    private static async Task<KeptCopy> WriteAsync(IServiceProvider services, string? file, CancellationToken token)
    {
        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        if (file is not null)
        {
            return await services.GetRequiredService<BackupFolder>().CopyToAsync(file, now, token);
        }

        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MakeBackup>().RunAsync(now, token);
    }

    private static async Task<int> RefuseAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return CommandLineTool.Refused;
    }
}
