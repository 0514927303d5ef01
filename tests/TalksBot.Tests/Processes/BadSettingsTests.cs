using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Processes;

/// <summary>Faulty settings stop the program before anything is opened or sent.</summary>
[Collection(nameof(ProcessTests))]
public sealed class BadSettingsTests : IDisposable
{
    private readonly TestDatabase _database = new();

    [Theory]
    [InlineData("TalksBot__Desk__Zone", "Mars", "TalksBot:Desk:Zone is \"Mars\", which is no time zone; write an IANA name")]
    [InlineData("TalksBot__Desk__Ladder__0", "soon", "TalksBot:Desk:Ladder cannot be read; write lengths of time such as 24h")]
    [InlineData("TalksBot__Platforms__Terminal__Format", "xml", "TalksBot:Platforms:Terminal:Format must be Cards or Json")]
    [InlineData("TalksBot__Storage__Provider", "Oracle", "TalksBot:Storage:Provider is \"Oracle\"; set it to Sqlite")]
    public async Task The_worker_names_the_key_the_fault_and_the_mend(string key, string value, string sentence)
    {
        (await BotProcess.RunAsync(_database.Folder, Surroundings.With(key, value), "--database", _database.File)).ShouldSay(2, sentence);

        File.Exists(_database.File).ShouldBeFalse();
    }

    [Theory]
    [InlineData("say", "/talks list")]
    [InlineData("export")]
    public async Task Other_verbs_refuse_them_as_well(params string[] verb)
    {
        var ran = await BotProcess.RunAsync(
            _database.Folder, Surroundings.With("TalksBot__Desk__Ladder__0", "soon"), [.. verb, "--database", _database.File]);

        ran.ShouldSay(2, "TalksBot:Desk:Ladder");
        File.Exists(_database.File).ShouldBeFalse();
    }

    [Fact]
    public async Task Faults_of_several_sections_are_all_told()
    {
        var settings = new Surroundings
        {
            Environment = new Dictionary<string, string> { ["TalksBot__Desk__Zone"] = "Mars", ["TalksBot__Storage__Provider"] = "Oracle" },
        };

        var ran = await BotProcess.RunAsync(_database.Folder, settings, "demo");

        ran.ExitCode.ShouldBe(2);
        ran.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        ran.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_settings_file_that_is_not_JSON_is_named_with_its_line()
    {
        await File.WriteAllTextAsync(Path.Combine(_database.Folder, "appsettings.json"), "{\n nope", TestContext.Current.CancellationToken);

        (await BotProcess.RunAsync(_database.Folder, "--database", _database.File)).ShouldSay(2, "appsettings.json", "line 2 is not JSON; mend it there");

        File.Exists(_database.File).ShouldBeFalse();
    }

    public void Dispose() => _database.Dispose();
}
