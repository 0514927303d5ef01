using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Processes;

/// <summary>
/// kill -9 at random moments of a backup, a restore and a migration: the name always holds a sound file. The full run of 200 is
/// <c>TALKSBOT_BACKUP_KILLS=200 dotnet test --project tests/TalksBot.Tests -- --filter-class TalksBot.Tests.Processes.BackupKillTests</c>.
/// </summary>
[Collection(nameof(ProcessTests))]
public sealed class BackupKillTests(ITestOutputHelper output) : IDisposable
{
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("TALKSBOT_BACKUP_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 9;

    private readonly TestDatabase _database = new();
    private readonly Random _random = new(19950628);

    private string Copy => Path.Combine(_database.Folder, "copy.db");

    [Fact]
    public async Task A_copy_is_whole_or_not_there()
    {
        await FillAsync(_database.File);
        await RunAsync("backup", Copy);

        var hits = await KillAsync(Kills / 3, _database.Folder, "copy.db.tmp", ["backup", Copy, "--force"], Marked(Copy), reset: () => { });

        hits.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_restored_database_is_the_old_one_or_the_new_one()
    {
        await FillAsync(_database.File);
        await RunAsync("backup", Copy);
        Execute(_database.File, "UPDATE \"Facts\" SET \"Value\" = 'old' WHERE \"Name\" = 'mark'");

        var hits = await KillAsync(
            Kills / 3,
            _database.Folder,
            "talksbot.db.restoring",
            ["restore", Copy],
            () => Mark(_database.File).ShouldBeOneOf("old", "new"),
            reset: () => Execute(_database.File, "UPDATE \"Facts\" SET \"Value\" = 'old' WHERE \"Name\" = 'mark'"));
        await RunAsync("restore", Copy);

        Mark(_database.File).ShouldBe("new");
        Directory.EnumerateFiles(_database.Folder, "*.restoring*").ShouldBeEmpty();
        hits.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_migration_goes_on_where_it_was_killed_and_its_copy_is_whole()
    {
        var older = House.Checkout.File("tests/TalksBot.Tests/Upgrading/kept-in-words.db");
        var folder = Path.Combine(_database.Folder, "backups");
        File.Copy(older, _database.File);

        var hits = await KillAsync(Kills - (2 * (Kills / 3)), folder, "talksbot-before-*", ["say", "/talks list"], Sound, reset: Again);
        var ran = await RunAsync("say", "/talks list");

        ran.Output.ShouldContain("3 negotiations");
        hits.ShouldBeGreaterThan(0);

        void Again()
        {
            foreach (var file in Directory.EnumerateFiles(_database.Folder, "talksbot.db*").Concat(Directory.EnumerateFiles(folder)))
            {
                File.Delete(file);
            }

            File.Copy(older, _database.File);
        }

        void Sound()
        {
            Flaw(_database.File).ShouldBe("ok");
            foreach (var file in Directory.EnumerateFiles(folder, "*.db"))
            {
                Flaw(file).ShouldBe("ok");
                Scalar(file, "SELECT count(*) FROM \"Negotiations\"").ShouldBe("3");
            }
        }
    }

    public void Dispose() => _database.Dispose();

    /// <summary>Runs it over and over, and kills it at a random moment after the file that it works on is there.</summary>
    /// <returns>How often it was killed before it was done.</returns>
    private async Task<int> KillAsync(int kills, string folder, string begun, string[] arguments, Action check, Action reset)
    {
        var (hits, longest) = (0, await MeasureAsync(folder, begun, arguments));
        for (var kill = 0; kill < kills; kill++)
        {
            reset();
            Clear(folder, begun);
            using var bot = BotProcess.Begin(_database.Folder, new Surroundings(), [.. arguments, "--database", _database.File]);
            await SeenAsync(bot, folder, begun);
            await Task.Delay(longest * _random.NextDouble(), TestContext.Current.CancellationToken);
            hits += bot.HasEnded ? 0 : 1;
            await bot.KillAsync();
            check();
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{arguments[0]}: killed {hits} of {kills} times within {longest.TotalMilliseconds:0} ms of its work."));
        return hits;
    }

    private async Task<TimeSpan> MeasureAsync(string folder, string begun, string[] arguments)
    {
        using var bot = BotProcess.Begin(_database.Folder, new Surroundings(), [.. arguments, "--database", _database.File]);
        await SeenAsync(bot, folder, begun);
        var clock = Stopwatch.StartNew();
        while (!bot.HasEnded)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        return clock.Elapsed;
    }

    private static async Task SeenAsync(BotProcess bot, string folder, string begun)
    {
        while (!bot.HasEnded && !(Directory.Exists(folder) && Directory.EnumerateFiles(folder, begun).Any()))
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>What an earlier kill left would be taken for the work of the next run.</summary>
    private static void Clear(string folder, string begun)
    {
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, begun) : [])
        {
            File.Delete(file);
        }
    }

    private static Action Marked(string file) => () => Mark(file).ShouldBe("new");

    private static string Mark(string file)
    {
        Flaw(file).ShouldBe("ok");
        return Scalar(file, "SELECT \"Value\" FROM \"Facts\" WHERE \"Name\" = 'mark'");
    }

    private static string Flaw(string file) => Scalar(file, "PRAGMA integrity_check");

    /// <summary>Large enough that copying it takes a while.</summary>
    private async Task FillAsync(string file)
    {
        (await RunAsync("say", "/talks open steel \"Steel talks\"")).ShouldBeDone();
        Execute(file, "INSERT INTO \"Facts\" VALUES ('mark', 'new'); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000) INSERT INTO \"Facts\" SELECT 'filling-' || i, hex(randomblob(4000)) FROM n");
    }

    private Task<Ran> RunAsync(params string[] arguments) => BotProcess.RunAsync(_database.Folder, [.. arguments, "--database", _database.File]);

    private static void Execute(string file, string sql) => Scalar(file, sql);

    private static string Scalar(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return $"{command.ExecuteScalar()}";
    }
}
