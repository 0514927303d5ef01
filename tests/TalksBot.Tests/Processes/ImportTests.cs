using TalksBot.Testing;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Processes;

/// <summary>Files from elsewhere: all of them or nothing.</summary>
[Collection(nameof(ProcessTests))]
public sealed class ImportTests : IDisposable
{
    private readonly TestDatabase _database = new();

    [Fact]
    public async Task Says_that_there_is_no_such_file() =>
        (await ImportAsync("nosuch.json")).ShouldSay(1, "There is no file nosuch.json; check the path");

    [Fact]
    public async Task Says_that_a_folder_is_no_file() =>
        (await ImportAsync(_database.Folder)).ShouldSay(1, "is a folder; name a JSON file");

    [Theory]
    [InlineData("{\"format\":", "The file is broken JSON at line")]
    [InlineData("", "JSON")]
    [InlineData("[]", "talksbot/1")]
    [InlineData("{\"format\":\"talksbot/99\",\"talks\":[]}", "talksbot/99")]
    [InlineData("{\"format\":\"talksbot/1\",\"talks\":[{\"slug\":\"../../etc/passwd\"}]}", "talks[0]")]
    [InlineData("{\"format\":\"talksbot/1\",\"talks\":[],\"$type\":\"System.IO.FileInfo\"}", "$type")]
    public async Task Refuses_broken_and_hostile_files(string text, string word)
    {
        (await ImportAsync(await WriteAsync(text))).ShouldSay(1, word);
        File.Exists(_database.File).ShouldBeFalse();
    }

    [Fact]
    public async Task Refuses_a_file_nested_without_end() =>
        (await ImportAsync(await WriteAsync(new string('[', 100_000)))).ShouldSay(1, "more than 32 deep");

    [Fact]
    public async Task Comes_out_as_it_went_in_and_goes_in_only_once()
    {
        (await ImportAsync(Samples.Founding)).ShouldBeDone();
        var first = await BotProcess.RunAloneAsync(_database.Folder, "export", "--database", _database.File);
        first.ShouldBeDone();
        var before = WrittenRecord.Of(_database);
        (await ImportAsync(Samples.Founding)).ShouldSay(1, "us-japan-autos exist already; nothing was imported");
        WrittenRecord.Of(_database).ShouldBe(before);

        using var other = new TestDatabase();
        var exported = await WriteAsync(first.Output);
        (await BotProcess.RunAloneAsync(other.Folder, "import", exported, "--database", other.File)).ShouldBeDone();
        var second = await BotProcess.RunAsync(other.Folder, "export", "--database", other.File);

        second.Output.ShouldBe(first.Output);
    }

    [Fact]
    public async Task A_calendar_is_shown_first_and_taken_when_that_is_agreed_to()
    {
        (await ImportAsync(Samples.Founding)).ShouldBeDone();
        var calendar = Path.Combine(_database.Folder, "summit.ics");
        await File.WriteAllTextAsync(calendar, "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Plenary\r\nDTSTART:20371201T100000Z\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\nSUMMARY:Lunch\r\nDTSTART:20371201T120000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", TestContext.Current.CancellationToken);

        var shown = await ImportAsync(calendar, "us-japan-autos");
        var done = await BotProcess.RunAsync(_database.Folder, "import", calendar, "us-japan-autos", "--zone", "Geneva", "--yes", "--database", _database.File);
        var exported = await BotProcess.RunAsync(_database.Folder, "export", "us-japan-autos", "--database", _database.File);

        shown.ExitCode.ShouldBe(1);
        shown.Output.ShouldContain("“Lunch”: no zone is said");
        done.ShouldBeDone();
        done.Output.ShouldContain("2 added");
        exported.Output.ShouldContain("2037-12-01T12:00:00+01:00[Europe/Zurich]");
        (await ImportAsync(Path.Combine(_database.Folder, "none.ics"), "us-japan-autos")).ShouldSay(1, "There is no file");
    }

    [Fact]
    public async Task Comes_out_as_a_chronology_and_in_no_unknown_format()
    {
        (await ImportAsync(Samples.Founding)).ShouldBeDone();

        var written = await BotProcess.RunAloneAsync(_database.Folder, "export", "us-japan-autos", "--format", "csv", "--database", _database.File);
        var refused = await BotProcess.RunAsync(_database.Folder, "export", "--format", "pdf", "--database", _database.File);

        written.ShouldBeDone();
        written.Output.ShouldStartWith("\"talks\",\"at_utc\",");
        refused.ShouldSay(1, "pdf");
    }

    [Fact]
    public async Task An_output_without_a_name_is_refused()
    {
        var ran = await BotProcess.RunAsync(_database.Folder, "export", "--output", "", "--database", _database.File);

        ran.ShouldSay(2, "--output names no file; write a path, or leave --output out to see the file here.");
    }

    public void Dispose() => _database.Dispose();

    private Task<Ran> ImportAsync(string path, params string[] more) => BotProcess.RunAsync(_database.Folder, ["import", path, .. more, "--database", _database.File]);

    private async Task<string> WriteAsync(string text)
    {
        var path = Path.Combine(_database.Folder, "file.json");
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        return path;
    }
}
