using System.Globalization;

namespace TalksBot.Terminal.Tests;

public sealed class TypedHistoryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("talksbot-").FullName;

    private string File => Path.Combine(_folder, "desk.db.typed");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Outlives_the_program_and_is_its_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await KeepAsync("status", "next");
        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        await KeepAsync("list");

        Newest(3).ShouldBe(["list", "next", "status"]);
        System.IO.File.GetUnixFileMode(File).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Keeps_the_newest_five_hundred()
    {
        await KeepAsync([.. Enumerable.Range(1, TypedHistory.Limit + 20).Select(number => $"line {number.ToString(CultureInfo.InvariantCulture)}")]);

        var kept = await System.IO.File.ReadAllLinesAsync(File, TestContext.Current.CancellationToken);
        kept.Length.ShouldBe(TypedHistory.Limit);
        kept[0].ShouldBe("line 21");
    }

    [Fact]
    public async Task Keeps_neither_keys_nor_repeats_nor_lines_behind_a_blank()
    {
        await KeepAsync("status", "status", "7", "u", " secret words", "");

        (await System.IO.File.ReadAllLinesAsync(File, TestContext.Current.CancellationToken)).ShouldBe(["status"]);
    }

    [Fact]
    public async Task Remembers_without_a_file_that_can_be_written()
    {
        var history = new TypedHistory(Path.Combine(_folder, "no", "such", "folder"));
        await history.KeepAsync("status");
        history.Begin();

        history.Older("").ShouldBe("status");
    }

    private async Task KeepAsync(params string[] lines)
    {
        var history = new TypedHistory(File);
        foreach (var line in lines)
        {
            await history.KeepAsync(line);
        }
    }

    private List<string?> Newest(int count)
    {
        var history = new TypedHistory(File);
        history.Begin();
        return [.. Enumerable.Range(0, count).Select(_ => history.Older(""))];
    }
}
