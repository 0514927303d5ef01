using System.Diagnostics;
using System.Runtime.Versioning;
using Microsoft.Data.Sqlite;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Processes;

/// <summary>Copies of the database and what is put back from them, as somebody does it at a keyboard.</summary>
[Collection(nameof(ProcessTests))]
public sealed class BackupTests : IDisposable
{
    // https://www.sqlite.org/fileformat2.html
    private const int Header = 100;

    private readonly TestDatabase _database = new();

    private string Copy => Path.Combine(_database.Folder, "copy.db");

    [Fact]
    public async Task A_copy_holds_the_record_and_can_be_restored()
    {
        await OpenAsync("steel");
        (await BotProcess.RunAloneAsync(_database.Folder, "backup", Copy, "--database", _database.File)).ShouldBeDone();
        await OpenAsync("rail");

        var restored = await BotProcess.RunAloneAsync(_database.Folder, "restore", Copy, "--database", _database.File);
        var list = await RunAsync("say", "/talks list");

        restored.ShouldBeDone();
        restored.Output.ShouldContain($"Restored {_database.File} from {Copy}, as it stood at ");
        restored.Output.ShouldContain("What was recorded since the copy is not in it");
        list.Output.ShouldContain("steel");
        list.Output.ShouldNotContain("rail");
        var kept = Directory.EnumerateFiles(_database.Folder, "talksbot.db.before-*").ShouldHaveSingleItem();
        restored.Output.ShouldContain($"What was there before is kept as {kept}");
        (await BotProcess.RunAsync(_database.Folder, "say", "/talks list", "--database", kept)).Output.ShouldContain("rail");
        Text(_database.File, "PRAGMA journal_mode").ShouldBe("wal");
    }

    [Fact]
    public async Task Beside_a_running_worker_a_copy_is_made_and_a_restore_is_refused()
    {
        using var worker = await BotProcess.StartWorkerAsync(_database.File);
        await OpenAsync("steel");

        (await RunAsync("backup")).ShouldBeDone();
        (await RunAsync("restore", Copies().ShouldHaveSingleItem())).ShouldSay(1, "Another TalksBot already works on", "stop it");

        worker.HasEnded.ShouldBeFalse();
        (await RunAsync("say", "/talks list")).Output.ShouldContain("steel");
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Copies_are_their_owners_alone()
    {
        await OpenAsync("steel");
        (await RunAsync("backup")).ShouldBeDone();
        (await RunAsync("backup", Copy)).ShouldBeDone();
        (await RunAsync("restore", Copy)).ShouldBeDone();

        File.GetUnixFileMode(Path.Combine(_database.Folder, "backups")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.EnumerateFiles(_database.Folder, "*.db*", SearchOption.AllDirectories).Select(File.GetUnixFileMode)
            .ShouldAllBe(mode => mode == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task What_is_no_copy_is_refused_and_the_database_stays()
    {
        await OpenAsync("steel");
        var (text, other, newer, cut, empty) = (Named("text"), Named("other"), Named("newer"), Named("cut"), Named("empty"));
        await File.WriteAllTextAsync(text, string.Concat(Enumerable.Repeat("This is a shopping list. ", 50)), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(empty, "", TestContext.Current.CancellationToken);
        Text(other, "CREATE TABLE Recipes (Id INTEGER PRIMARY KEY)");
        (await RunAsync("backup", newer)).ShouldBeDone();
        Text(newer, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231000000_Future', '99.0.0')");
        (await RunAsync("backup", cut)).ShouldBeDone();
        await DamageAsync(cut);
        var before = WrittenRecord.Of(_database);

        (await RunAsync("restore", text)).ShouldSay(1, $"{text} is no database; name a copy that backup made.");
        (await RunAsync("restore", empty)).ShouldSay(1, $"{empty} is damaged (it is empty); take an older copy.");
        (await RunAsync("restore", other)).ShouldSay(1, $"{other} is a database of another program; name a copy that backup made.");
        (await RunAsync("restore", newer)).ShouldSay(1, $"{newer} was written by a newer TalksBot (it knows 29991231000000_Future); restore it with that version.");
        (await RunAsync("restore", cut)).ShouldSay(1, $"{cut} is damaged (", "take an older copy.");
        (await RunAsync("restore", Named("nothing"))).ShouldSay(1, "There is no file", "name a copy that backup made");
        (await RunAsync("restore", _database.Folder)).ShouldSay(1, "is a folder; name a copy in it.");
        (await RunAsync("restore", _database.File)).ShouldSay(1, "is the database itself; name a copy of it.");

        WrittenRecord.Of(_database).ShouldBe(before);
        Directory.EnumerateFiles(_database.Folder, "*.restoring*").ShouldBeEmpty();
    }

    [Fact]
    public async Task An_older_copy_is_brought_up_to_date_and_stays_as_it_was()
    {
        var older = House.Checkout.File("tests/TalksBot.Tests/Upgrading/kept-in-words.db");
        File.Copy(older, Copy);
        var before = await File.ReadAllBytesAsync(Copy, TestContext.Current.CancellationToken);

        var restored = await RunAsync("restore", Copy);

        restored.ShouldBeDone();
        restored.Output.ShouldNotContain("What was there before");
        (await RunAsync("say", "/talks list")).Output.ShouldContain("3 negotiations");
        (await File.ReadAllBytesAsync(Copy, TestContext.Current.CancellationToken)).ShouldBe(before);
    }

    [Fact]
    public async Task A_broken_database_gives_way_to_a_copy_and_is_kept()
    {
        await OpenAsync("steel");
        (await RunAsync("backup", Copy)).ShouldBeDone();
        await DamageAsync(_database.File);
        var broken = await File.ReadAllBytesAsync(_database.File, TestContext.Current.CancellationToken);

        (await RunAsync("restore", Copy)).ShouldBeDone();

        (await RunAsync("say", "/talks list")).Output.ShouldContain("steel");
        var kept = Directory.EnumerateFiles(_database.Folder, "talksbot.db.before-*").ShouldHaveSingleItem();
        (await File.ReadAllBytesAsync(kept, TestContext.Current.CancellationToken))[Header..].ShouldBe(broken[Header..]);
    }

    [Fact]
    public async Task An_older_database_is_copied_before_it_is_changed()
    {
        File.Copy(House.Checkout.File("tests/TalksBot.Tests/Upgrading/kept-in-words.db"), _database.File);

        (await RunAsync("say", "/talks list")).ShouldBeDone();

        var copy = Copies().ShouldHaveSingleItem();
        Path.GetFileName(copy).ShouldStartWith("talksbot-before-2026");
        Text(copy, "SELECT count(*) FROM \"__EFMigrationsHistory\"").ShouldNotBe(Text(_database.File, "SELECT count(*) FROM \"__EFMigrationsHistory\""));
        Text(copy, "PRAGMA integrity_check").ShouldBe("ok");
        (await RunAsync("say", "/talks list")).ShouldBeDone();
        Copies().Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_older_database_that_cannot_be_copied_is_not_changed()
    {
        File.Copy(House.Checkout.File("tests/TalksBot.Tests/Upgrading/kept-in-words.db"), _database.File);
        var surroundings = Surroundings.With("TalksBot__Storage__Backup__Folder", Path.Combine(Copy, "below"));
        await File.WriteAllTextAsync(Copy, "a file", TestContext.Current.CancellationToken);
        var before = Text(_database.File, "SELECT count(*) FROM \"__EFMigrationsHistory\"");

        var ran = await BotProcess.RunAsync(_database.Folder, surroundings, "say", "/talks list", "--database", _database.File);

        ran.ShouldSay(2, "The copy ", " was not written");
        Text(_database.File, "SELECT count(*) FROM \"__EFMigrationsHistory\"").ShouldBe(before);
    }

    [Fact]
    public async Task A_copy_overwrites_nothing_unasked_and_names_what_is_missing()
    {
        (await RunAsync("backup", Copy)).ShouldSay(1, $"There is no database {_database.File} to copy; name one with --database.");
        await OpenAsync("steel");
        await File.WriteAllTextAsync(Copy, "mine", TestContext.Current.CancellationToken);

        (await RunAsync("backup", Copy)).ShouldSay(1, $"The file {Copy} is there already and was left as it is; name another, or write over it with --force.");
        (await File.ReadAllTextAsync(Copy, TestContext.Current.CancellationToken)).ShouldBe("mine");
        (await RunAsync("backup", _database.Folder)).ShouldSay(1, "is a folder; name the copy to write");
        (await RunAsync("backup", _database.File, "--force")).ShouldSay(2, "is the database itself; name another file for the copy.");
        (await RunAsync("backup", Path.Combine(_database.Folder, "gone", "copy.db"))).ShouldSay(2, "was not written, since its folder is not there: make or mount it");
        (await RunAsync("backup", Copy, "--force")).ShouldBeDone();
        Text(Copy, "PRAGMA integrity_check").ShouldBe("ok");
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_read_only_folder_is_named()
    {
        await OpenAsync("steel");
        var binds = Surroundings.WherePermissionsBind();
        var folder = Directory.CreateDirectory(Path.Combine(_database.Folder, "locked"), UnixFileMode.UserRead | UnixFileMode.UserExecute).FullName;

        (await RunAsync(binds, "backup", Path.Combine(folder, "copy.db"))).ShouldSay(2, "was not written, since its folder is read-only: grant write access");
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_full_disk_is_named_and_nothing_is_left_on_it()
    {
        await OpenAsync("steel");
        var disk = Directory.CreateDirectory(Path.Combine(_database.Folder, "disk")).FullName;

        (await RunAsync(await SmallDiskAsync(disk), "backup", Path.Combine(disk, "copy.db"))).ShouldSay(2, "was not written, since the disk is full: free some space there");
    }

    public void Dispose() => _database.Dispose();

    /// <summary>A starter that puts a disk of 64 kB into a folder, for the program alone, and lists what it left there.</summary>
    private static async Task<Surroundings> SmallDiskAsync(string folder)
    {
        const string mounts = "mount -t tmpfs -o size=64k none \"$0\" && { \"$@\"; code=$?; ls -A \"$0\"; exit $code; }";
        using var probe = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"unshare -m sh -c 'mount -t tmpfs none {folder}'"]) { UseShellExecute = false, RedirectStandardError = true })!;
        await probe.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(probe.ExitCode != 0, "Nobody may mount a disk here.");
        return new() { Starter = ["unshare", "-m", "sh", "-c", mounts, folder] };
    }

    private string Named(string name) => Path.Combine(_database.Folder, name + ".bin");

    private List<string> Copies() => [.. Directory.EnumerateFiles(Path.Combine(_database.Folder, "backups"))];

    private async Task OpenAsync(string slug) => (await RunAsync("say", $"/talks open {slug} \"The {slug} talks\"")).ShouldBeDone();

    private Task<Ran> RunAsync(params string[] arguments) => RunAsync(new Surroundings(), arguments);

    private Task<Ran> RunAsync(Surroundings surroundings, params string[] arguments) =>
        BotProcess.RunAsync(_database.Folder, surroundings, [.. arguments, "--database", _database.File]);

    private static async Task DamageAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Write);
        stream.Position = 8192;
        await stream.WriteAsync(new byte[16384], TestContext.Current.CancellationToken);
    }

    private static string Text(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return $"{command.ExecuteScalar()}";
    }
}
