using System.Diagnostics;
using System.Runtime.Versioning;
using Microsoft.Data.Sqlite;
using TalksBot.Core.Commands;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Processes;

/// <summary>A database that cannot be used: one sentence, and nothing of it is touched.</summary>
[Collection(nameof(ProcessTests))]
public sealed class BadDatabaseTests : IDisposable
{
    private readonly TestDatabase _database = new();

    [Fact]
    public async Task A_text_file_is_refused_and_kept()
    {
        var text = string.Concat(Enumerable.Repeat("This is a shopping list. ", 50));
        await File.WriteAllTextAsync(_database.File, text, TestContext.Current.CancellationToken);

        (await ListAsync()).ShouldSay(2, "is not a TalksBot database; give the path of another file with --database", _database.File);

        (await File.ReadAllTextAsync(_database.File, TestContext.Current.CancellationToken)).ShouldBe(text);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        await File.WriteAllTextAsync(_database.File, "a file", TestContext.Current.CancellationToken);
        var path = Path.Combine(_database.File, "below", "talksbot.db");

        (await BotProcess.RunAsync(_database.Folder, "--database", path)).ShouldSay(2, $"The folder of the database {path} cannot be made; choose another path with --database.");
    }

    [Fact]
    public async Task A_folder_is_no_database() =>
        (await BotProcess.RunAsync(_database.Folder, "say", "/talks list", "--database", _database.Folder)).ShouldSay(2, "cannot be opened", _database.Folder);

    [Fact]
    public async Task A_database_from_a_newer_version_is_refused_and_kept()
    {
        await SeedAsync();
        await ExecuteAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231000000_Future', '99.0.0')");
        var before = WrittenRecord.Of(_database);

        (await ListAsync()).ShouldSay(2, "was written by a newer TalksBot", "run that version, or give another path with --database");

        WrittenRecord.Of(_database).ShouldBe(before);
    }

    [Fact]
    public async Task A_locked_database_is_waited_for_and_then_refused()
    {
        await SeedAsync();
        var unlocked = Stopwatch.StartNew();
        (await ListAsync()).ShouldBeDone();
        unlocked.Stop();
        await using var connection = Open();
        await using var hold = connection.CreateCommand();
        hold.CommandText = "BEGIN EXCLUSIVE";
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var clock = Stopwatch.StartNew();

        var ran = await BotProcess.RunAsync(_database.Folder, "say", "/talks close burst", "--yes", "--database", _database.File);

        // One wait of five seconds, not two, beside what the program takes on this machine now.
        (clock.Elapsed - unlocked.Elapsed).ShouldBeLessThan(TimeSpan.FromSeconds(9));
        ran.ShouldRefuse("The database is locked by another program; close it, or wait, and try again.");
        (await ListAsync()).ShouldBeDone();
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_read_only_file_is_refused()
    {
        var surroundings = Surroundings.WherePermissionsBind();
        await SeedAsync();
        File.SetUnixFileMode(_database.File, UnixFileMode.UserRead);

        (await ListAsync(surroundings)).ShouldSay(2, "The database cannot be written", "grant write access and try again");
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_read_only_folder_is_refused()
    {
        var surroundings = Surroundings.WherePermissionsBind();
        File.SetUnixFileMode(_database.Folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            (await ListAsync(surroundings)).ShouldSay(2, "cannot be opened; check that its folder exists and may be written");
        }
        finally
        {
            File.SetUnixFileMode(_database.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task A_full_disk_refuses_the_command_and_keeps_the_rest()
    {
        await using var desk = await QueuedBurst.OpenAsync(_database);
        await desk.FillAsync(1, 1);
        desk.FillDisk();
        var (reply, before) = (Reply.Refuse(""), "");

        for (var i = 0; i == 0 || (!reply.Refused && i < 50); i++)
        {
            before = WrittenRecord.Of(_database);
            reply = await desk.AskAsync($"/talks update add burst tier:official \"{i} {new string('x', 900)}\" \"a US official\"");
        }

        reply.Refused.ShouldBeTrue();
        reply.Body.Heading.ShouldBe("The disk is full: nothing was changed; free some space and try again.");
        WrittenRecord.Of(_database).ShouldBe(before);
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_and_kept()
    {
        await ExecuteAsync("CREATE TABLE \"Recipes\" (\"Id\" INTEGER PRIMARY KEY, \"Name\" TEXT); INSERT INTO \"Recipes\" (\"Name\") VALUES ('Soup')");
        var before = await File.ReadAllBytesAsync(_database.File, TestContext.Current.CancellationToken);

        (await ListAsync()).ShouldSay(2, "is a database of another program, and TalksBot leaves it alone; give the path of another file with --database", _database.File);
        (await BotProcess.RunAsync(_database.Folder, "--database", _database.File)).ShouldSay(2, "is a database of another program");

        (await File.ReadAllBytesAsync(_database.File, TestContext.Current.CancellationToken)).ShouldBe(before);
    }

    [Fact]
    public async Task A_database_marked_by_another_program_is_refused_even_when_it_is_empty()
    {
        await ExecuteAsync("PRAGMA application_id = 1196444487");

        (await ListAsync()).ShouldSay(2, "is a database of another program");
    }

    [Fact]
    public async Task A_database_of_another_program_that_migrates_as_we_do_is_refused()
    {
        await ExecuteAsync("CREATE TABLE \"__EFMigrationsHistory\" (\"MigrationId\" TEXT PRIMARY KEY, \"ProductVersion\" TEXT); INSERT INTO \"__EFMigrationsHistory\" VALUES ('20200101000000_Shop', '3.1.0')");

        (await ListAsync()).ShouldSay(2, "is a database of another program");
    }

    [Fact]
    public async Task A_missing_table_is_named()
    {
        await SeedAsync();
        await ExecuteAsync("DROP TABLE \"Handovers\"");

        (await ListAsync()).ShouldSay(2, "is damaged: its table Handovers is missing; restore the file from a backup", _database.File);
    }

    [Fact]
    public async Task Starts_on_a_new_file_at_the_same_moment_all_work()
    {
        var ran = await Task.WhenAll(Enumerable.Range(0, 2).Select(i =>
            BotProcess.RunAloneAsync(_database.Folder, "say", $"/talks open round-{i} \"Round {i}\"", "--database", _database.File)));

        foreach (var one in ran)
        {
            one.ShouldBeDone();
        }

        (await ListAsync()).Output.ShouldContain("2 negotiations");
    }

    [Theory]
    [InlineData("-s")]
    [InlineData("")]
    [UnsupportedOSPlatform("windows")]
    public async Task A_second_worker_by_another_name_of_the_file_is_refused(string kind)
    {
        using var first = await BotProcess.StartWorkerAsync(_database.File);
        var elsewhere = Directory.CreateDirectory(Path.Combine(_database.Folder, "elsewhere"));
        var link = Path.Combine(elsewhere.FullName, "talksbot.db");
        using var ln = Process.Start("ln", [.. kind.Length == 0 ? Array.Empty<string>() : [kind], _database.File, link]);
        await ln.WaitForExitAsync(TestContext.Current.CancellationToken);

        (await BotProcess.RunAsync(_database.Folder, "--database", link)).ShouldSay(2, "Another TalksBot already works on", "stop it, or give another path");

        first.HasEnded.ShouldBeFalse();
        (await ListAsync()).ShouldBeDone();
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_database_deleted_under_the_worker_refuses_every_command_and_is_told()
    {
        using var worker = await BotProcess.StartWorkerAsync(_database.File);
        await worker.TypeAsync("/talks open steel \"Steel talks\"");
        await worker.LineAsync(line => line.Contains("Opened steel", StringComparison.Ordinal));
        File.Delete(_database.File);

        await worker.TypeAsync("/talks open rail \"Rail talks\"");
        await worker.TypeAsync("/talks list");

        await worker.LineAsync(line => line.Contains("was deleted or replaced while TalksBot was working on it", StringComparison.Ordinal));
        await worker.LineAsync(line => line.Contains("The database file is gone", StringComparison.Ordinal));
        worker.Lines.ShouldNotContain(line => line.Contains("Opened rail", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_worker_on_the_same_database_is_refused()
    {
        using var first = await BotProcess.StartWorkerAsync(_database.File);

        (await BotProcess.RunAsync(_database.Folder, "--database", _database.File)).ShouldSay(2, "Another TalksBot already works on", "stop it, or give another path");

        first.HasEnded.ShouldBeFalse();
    }

    public void Dispose() => _database.Dispose();

    private Task<Ran> ListAsync(Surroundings? surroundings = null) =>
        BotProcess.RunAsync(_database.Folder, surroundings ?? new Surroundings(), "say", "/talks list", "--database", _database.File);

    private async Task SeedAsync()
    {
        await using var desk = await QueuedBurst.OpenAsync(_database);
        await desk.FillAsync(0, 0);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={_database.File};Pooling=False");
        connection.Open();
        return connection;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = Open();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
