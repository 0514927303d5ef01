using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Processes;

/// <summary>What the program writes is its owner's alone: it may hold words under embargo.</summary>
[Collection(nameof(ProcessTests))]
public sealed class PrivateFilesTests : IDisposable
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TestDatabase _database = new();

    [Fact]
    public async Task The_database_its_log_the_lock_and_the_transcript_are_closed_to_others()
    {
        var folder = Path.Combine(_database.Folder, "data");
        var file = Path.Combine(folder, "desk.db");
        (await BotProcess.RunAsync(_database.Folder, "check", "--database", file)).ShouldBeDone();
        using var worker = await BotProcess.StartWorkerAsync(file);
        await BotProcess.RunAsync(_database.Folder, "say", "/talks open steel \"Steel talks\" zone:Geneva", "--database", file);
        await BotProcess.RunAsync(_database.Folder, "say", "/talks follow add steel channel:terminal:desk", "--yes", "--database", file);

        var modes = Directory.EnumerateFiles(folder).ToDictionary(path => Path.GetFileName(path), Mode);
        await worker.InterruptAsync();

        modes.Keys.ShouldContain("desk.db-wal");
        modes.Keys.ShouldContain("desk.db-shm");
        modes.Keys.ShouldContain("desk.db.worker");
        modes.Values.ShouldAllBe(mode => mode == OwnFile);
        Mode(folder).ShouldBe(OwnFile | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task What_was_open_to_others_is_closed_at_the_next_start()
    {
        await BotProcess.RunAsync(_database.Folder, "say", "/talks open steel \"Steel talks\" zone:Geneva", "--database", _database.File);
        var transcript = _database.File + ".terminal.jsonl";
        await File.WriteAllTextAsync(transcript, "", TestContext.Current.CancellationToken);
        foreach (var path in Directory.EnumerateFiles(_database.Folder))
        {
            SetMode(path, OwnFile | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }

        (await BotProcess.RunAsync(_database.Folder, "check", "--database", _database.File)).ShouldBeDone();

        Directory.EnumerateFiles(_database.Folder).Select(Mode).ShouldAllBe(mode => mode == OwnFile);
    }

    [Fact]
    public async Task An_export_is_closed_to_others_and_overwrites_nothing_unasked()
    {
        await BotProcess.RunAsync(_database.Folder, "say", "/talks open steel \"Steel talks\" zone:Geneva", "--database", _database.File);
        var path = Path.Combine(_database.Folder, "steel.json");

        var written = await ExportAsync(path);
        var mode = Mode(path);
        await File.WriteAllTextAsync(path, "mine", TestContext.Current.CancellationToken);
        var refused = await ExportAsync(path);
        var kept = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var forced = await ExportAsync(path, "--force");

        written.ShouldBeDone();
        mode.ShouldBe(OwnFile);
        refused.ShouldSay(1, $"The file {path} is there already and was left as it is; name another with --output, or write over it with --force.");
        kept.ShouldBe("mine");
        forced.ShouldBeDone();
        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ShouldContain("Steel talks");
    }

    public void Dispose() => _database.Dispose();

    private Task<Ran> ExportAsync(string path, params string[] more) =>
        BotProcess.RunAsync(_database.Folder, ["export", "steel", "--output", path, "--database", _database.File, .. more]);

    private static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? OwnFile : File.GetUnixFileMode(path);

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
