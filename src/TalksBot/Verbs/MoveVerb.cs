using System.CommandLine;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Hosting;
using TalksBot.Storage;
using TalksBot.Storage.Moving;
using TalksBot.Storage.Nodes;
using TalksBot.Storage.Opening;

namespace TalksBot.Verbs;

/// <summary>Brings everything from one database into another: from a file to a server, and back.</summary>
internal static class MoveVerb
{
    /// <summary>A node that was heard of within this time may be running.</summary>
    private static readonly Duration Runs = Duration.FromSeconds(20);

    /// <summary>Declares it.</summary>
    public static Command Declare()
    {
        var to = new Argument<string>("to") { Description = "the empty database to move into: a new file, or a connection string such as \"Host=db;Database=talksbot;Username=talksbot\"" };
        var database = Options.Database();
        var move = new Command("move", "copy everything into another database, compared row by row; no worker may run") { to, database };
        move.SetAction((parsed, token) => RunAsync(parsed.GetRequiredValue(to), parsed.GetValue(database), token));
        return move;
    }

    private static async Task<int> RunAsync(string to, string? database, CancellationToken token)
    {
        using var host = DeskHost.Visitor(database).BuildChecked();
        using var target = DeskHost.Visitor(database: null, Settings(to)).BuildChecked();
        var (source, destination) = (host.Services.GetRequiredService<OpenDatabase>(), target.Services.GetRequiredService<OpenDatabase>());
        if (!source.IsThere)
        {
            return await RefuseAsync($"There is no database {source.Name} to move; name one with --database.");
        }

        using var alone = await source.TakeAloneAsync(token);
        await source.RunAsync(token);
        if ((await host.Services.GetRequiredService<INodes>().ListAsync(token)).FirstOrDefault(node => node.Silent < Runs) is { } node)
        {
            return await RefuseAsync($"The node {node.Node.Name} works on {source.Name}; stop every node, wait {Runs.TotalSeconds:0} s, and try again.");
        }

        using var aloneThere = destination.File == source.File ? null : await destination.TakeAloneAsync(token);
        await destination.RunAsync(token);
        await using var from = host.Services.CreateAsyncScope();
        await using var into = target.Services.CreateAsyncScope();
        IReadOnlyList<MovedTable> moved;
        try
        {
            moved = await MoveDatabase.RunAsync(from.ServiceProvider.GetRequiredService<TalksDb>(), into.ServiceProvider.GetRequiredService<TalksDb>(), token);
        }
        catch (StorageRefusedException refused)
        {
            return await RefuseAsync(refused.Message);
        }

        foreach (var table in moved.Where(table => table.Rows > 0))
        {
            await Console.Out.WriteLineAsync($"{table.Name}: {table.Rows}");
        }

        await Console.Out.WriteLineAsync($"Moved {moved.Sum(table => table.Rows)} rows from {source.Name} to {destination.Name}, and compared them. {source.Name} is as it was: set {StorageOptions.Section} to the new one, and start TalksBot there alone.");
        return CommandLineTool.Done;
    }

    private static IEnumerable<KeyValuePair<string, string?>> Settings(string to)
    {
        var isServer = to.Contains("Host=", StringComparison.OrdinalIgnoreCase);
        var connection = isServer || to.Contains("Data Source=", StringComparison.OrdinalIgnoreCase) ? to : new SqliteConnectionStringBuilder { DataSource = to }.ToString();
        return
        [
            new($"{StorageOptions.Section}:Provider", isServer ? StorageOptions.Postgres : StorageOptions.Sqlite),
            new($"{StorageOptions.Section}:ConnectionString", connection),
        ];
    }

    private static async Task<int> RefuseAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return CommandLineTool.Refused;
    }
}
