using Microsoft.Data.Sqlite;
using TalksBot.Simulators.Discord;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Processes;

/// <summary>A disk that is full or takes no change, at each step that writes: one sentence, and nothing is lost.</summary>
[Collection(nameof(ProcessTests))]
public sealed class BadDiskTests : IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly string _folder;
    private readonly SmallDisk _disk;

    public BadDiskTests()
    {
        _folder = Directory.CreateDirectory(Path.Combine(_database.Folder, "disk")).FullName;
        _disk = new SmallDisk(_folder);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder, "desk.db");

    private string FileAfter => Path.Combine(_disk.After, "desk.db");

    private string Elsewhere => Path.Combine(_database.Folder, "copy.db");

    [Theory]
    [InlineData(DiskTrouble.Full)]
    [InlineData(DiskTrouble.ReadOnly)]
    public async Task A_command_is_refused_and_the_record_stays(DiskTrouble trouble)
    {
        await OpenAsync("steel");

        var ran = await RunAsync(await _disk.AroundAsync(trouble), "say", "/talks open rail \"Rail talks\"");

        ran.ExitCode.ShouldNotBe(0);
        ShouldTellOnce(ran, trouble);
        (await ListAsync(FileAfter)).ShouldContain("1 negotiation");
    }

    [Theory]
    [InlineData(DiskTrouble.Full, "free some space")]
    [InlineData(DiskTrouble.ReadOnly, "grant write access")]
    public async Task A_restore_leaves_the_old_database_whole_and_nothing_beside_it(DiskTrouble trouble, string mend)
    {
        await OpenAsync("steel");
        (await RunAsync(new(), "backup", Elsewhere)).ShouldBeDone();
        await OpenAsync("rail");

        var ran = await RunAsync(await _disk.AroundAsync(trouble), "restore", Elsewhere);

        ran.ExitCode.ShouldNotBe(0);
        ran.Output.ShouldBeEmpty();
        ShouldTellOnce(ran, trouble);
        ran.Error.ShouldContain(mend);
        (await ListAsync(FileAfter)).ShouldContain("2 negotiations");
        Directory.EnumerateFiles(_disk.After).Select(Path.GetFileName).ShouldNotContain(file => file!.Contains("restoring", StringComparison.Ordinal) || file.Contains("before", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(DiskTrouble.Full, false)]
    [InlineData(DiskTrouble.ReadOnly, false)]
    [InlineData(DiskTrouble.Full, true)]
    [InlineData(DiskTrouble.ReadOnly, true)]
    public async Task A_migration_leaves_the_old_database_and_is_made_once_there_is_room(DiskTrouble trouble, bool copyFits)
    {
        System.IO.File.Copy(House.Checkout.File("tests/TalksBot.Tests/Upgrading/kept-in-words.db"), File);
        var before = Scalar(File, "SELECT count(*) FROM \"__EFMigrationsHistory\"");
        var around = await _disk.AroundAsync(trouble);
        if (copyFits)
        {
            around = around with { Environment = new Dictionary<string, string> { ["TalksBot__Storage__Backup__Folder"] = Path.Combine(_database.Folder, "copies") } };
        }

        var ran = await RunAsync(around, "say", "/talks list");

        ran.ExitCode.ShouldBe(2);
        ShouldTellOnce(ran, trouble);
        Scalar(FileAfter, "PRAGMA integrity_check").ShouldBe("ok");
        Scalar(FileAfter, "SELECT count(*) FROM \"__EFMigrationsHistory\"").ShouldBe(before);
        (await ListAsync(FileAfter)).ShouldContain("3 negotiations");
    }

    [Theory]
    [InlineData(DiskTrouble.Full)]
    [InlineData(DiskTrouble.ReadOnly)]
    public async Task A_worker_that_cannot_write_when_it_starts_says_so_and_ends(DiskTrouble trouble)
    {
        await OpenAsync("steel");

        var ran = await RunAsync(await _disk.AroundAsync(trouble), "run");

        ran.ExitCode.ShouldBe(2);
        ShouldTellOnce(ran, trouble);
        (await ListAsync(FileAfter)).ShouldContain("1 negotiation");
    }

    [Fact]
    public async Task A_disk_that_fills_under_the_worker_is_an_alarm_and_what_fell_due_meanwhile_is_told_once_there_is_room()
    {
        await using var discord = await DiscordSimulator.StartAsync(Token);
        var guild = discord.AddGuild("Newsroom");
        var operations = discord.AddChannel(guild, "operations");
        var desk = discord.AddChannel(guild, "desk");
        var around = await _disk.AroundAsync(trouble: null) with
        {
            Environment = new Dictionary<string, string>
            {
                ["TalksBot__Platforms__Discord__main__Token"] = discord.Token,
                ["TalksBot__Platforms__Discord__main__ApiUrl"] = $"{discord.ApiUrl}",
                ["TalksBot__Platforms__Discord__main__GuildIds__0"] = $"{guild}",
                ["TalksBot__Platforms__Terminal__Enabled"] = "true",
                ["TalksBot__Desk__OperationsChannel"] = $"discord:main/{operations}",
            },
        };
        using var worker = await BotProcess.StartWorkerAsync(File, around);
        await worker.TypeAsync("/talks open steel \"Steel talks\" follow:no");
        await worker.TypeAsync($"/talks follow add steel channel:discord:main/{desk} digest:none ladder:0");
        await worker.TypeAsync("/talks deadline add steel \"in 8s\" \"a strike\"");
        await worker.LineAsync(line => line.Contains("a strike", StringComparison.Ordinal));
        var filler = Path.Combine(_disk.SeenBy(worker.Id), "filler");
        await FillUpAsync(filler);

        await SaidAsync(discord, operations, "Nothing is recorded and nothing is told until this is mended", "The disk is full");
        discord.Messages(desk).ShouldBeEmpty();
        System.IO.File.Delete(filler);
        await SaidAsync(discord, desk, "Deadline passed", "a strike");
        await worker.TerminateAsync();

        discord.Messages(desk).Count.ShouldBe(1);
        discord.Messages(operations).Count(message => message.Json.ToJsonString().Contains("Nothing is recorded", StringComparison.Ordinal)).ShouldBe(1);
    }

    public void Dispose() => _database.Dispose();

    private static void ShouldTellOnce(Ran ran, DiskTrouble trouble)
    {
        var said = (ran.Output + ran.Error).ReplaceLineEndings(" ").Replace("│", "", StringComparison.Ordinal);
        said.ShouldNotContain("   at ");
        said.ShouldNotContain("Exception");
        ran.Error.TrimEnd('\n').ShouldNotContain("\n");
        string[] words = trouble is DiskTrouble.Full ? ["disk is full", "free some space", "space left"] : ["read-only", "grant write access", "may be written"];
        words.ShouldContain(word => string.Join(' ', said.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Contains(word, StringComparison.Ordinal), said);
    }

    private static async Task SaidAsync(DiscordSimulator discord, ulong channel, params string[] words)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        while (!discord.Messages(channel).Any(message => words.All(word => message.Json.ToJsonString().Contains(word, StringComparison.Ordinal))))
        {
            await Task.Delay(200, patience.Token);
        }
    }

    private static async Task FillUpAsync(string file)
    {
        await using var filler = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                await filler.WriteAsync(new byte[4096], Token);
            }
        }
        catch (IOException)
        {
            // Not one byte more.
        }
    }

    private Task<Ran> RunAsync(Surroundings around, params string[] arguments) => BotProcess.RunAsync(_database.Folder, around, [.. arguments, "--database", File]);

    private async Task OpenAsync(string slug) => (await RunAsync(new(), "say", $"/talks open {slug} \"The {slug} talks\"")).ShouldBeDone();

    private async Task<string> ListAsync(string file)
    {
        var ran = await BotProcess.RunAsync(_database.Folder, "say", "/talks list", "--database", file);
        ran.ShouldBeDone();
        return ran.Output;
    }

    private static string Scalar(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return $"{command.ExecuteScalar()}";
    }
}
