using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Processes;

/// <summary>Faulty settings stop the program before anything is opened or sent.</summary>
[Collection(nameof(ProcessTests))]
public sealed class BadSettingsTests : IDisposable
{
    /// <summary>A bot that reaches no Discord: nothing listens at that port.</summary>
    private static readonly Dictionary<string, string> Discord = new()
    {
        ["TalksBot__Platforms__Discord__main__Token"] = "nobody.knows.it",
        ["TalksBot__Platforms__Discord__main__ApiUrl"] = "http://127.0.0.1:1/api/v10",
    };

    private readonly TestDatabase _database = new();

    [Theory]
    [InlineData("TalksBot__Desk__Zone", "Mars", "TalksBot:Desk:Zone is \"Mars\", which is no time zone; write an IANA name")]
    [InlineData("TalksBot__Desk__Ladder__0", "soon", "TalksBot:Desk:Ladder cannot be read; write lengths of time such as 24h")]
    [InlineData("TalksBot__Platforms__Terminal__Format", "xml", "TalksBot:Platforms:Terminal:Format must be Cards or Json")]
    [InlineData("TalksBot__Storage__Provider", "Oracle", "TalksBot:Storage:Provider is \"Oracle\"; set it to Sqlite")]
    [InlineData("TalksBot__Storage__Backup__At", "at night", "TalksBot:Storage:Backup:At is \"at night\"; write an hour such as 03:30, or none.")]
    [InlineData("TalksBot__Storage__Keep", "1d", "TalksBot:Storage:Keep is \"1d\"; write how many days, such as 400d, at least 30d, or none.")]
    [InlineData("TalksBot__Storage__Backup__Daily", "-1", "TalksBot:Storage:Backup:Daily is -1; write a number from 0 to 1000.")]
    public async Task The_worker_names_the_key_the_fault_and_the_mend(string key, string value, string sentence)
    {
        (await BotProcess.RunAsync(_database.Folder, Surroundings.With(key, value), "--database", _database.File)).ShouldSay(2, sentence);

        File.Exists(_database.File).ShouldBeFalse();
    }

    [Theory]
    [InlineData("TalksBot__Platforms__Discord__main__ApiUrl", "https://desk:hunter2@discord.com/api/v10", "ApiUrl is \"https://…@discord.com/api/v10\", with a name or a password in it")]
    [InlineData("TalksBot__Platforms__Discord__main__ApiUrl", "desk:hunter2@discord.com", "ApiUrl is \"…@discord.com\", with a name or a password in it")]
    [InlineData("TalksBot__Platforms__Discord__main__ApiUrl", "https//discord.com/?token=hunter2", "which is no web address")]
    [InlineData("TalksBot__Platforms__Slack__main__ApiUrl", "https://hunter2@slack.com/api/", "ApiUrl is \"https://…@slack.com/api/\", with a name or a password in it")]
    [InlineData("TalksBot__Platforms__Slack__main__Listen", "http://desk:hunter2@127.0.0.1:5083", "Listen is \"http://…@127.0.0.1:5083\", with a name or a password in it")]
    public async Task An_address_with_a_password_in_it_is_refused_and_shown_nowhere(string key, string value, string sentence)
    {
        var settings = new Surroundings
        {
            Environment = new Dictionary<string, string>(Discord)
            {
                ["TalksBot__Platforms__Slack__main__BotToken"] = "xoxb-1",
                ["TalksBot__Platforms__Slack__main__SigningSecret"] = "s",
                [key] = value,
            },
        };

        foreach (var verb in new[] { "check", "run" })
        {
            var ran = await BotProcess.RunAsync(_database.Folder, settings, verb == "run" ? ["--database", _database.File] : [verb, "--database", _database.File]);

            ran.Error.ShouldContain(sentence);
            ran.ExitCode.ShouldBe(2);
            (ran.Output + ran.Error).ShouldNotContain("hunter2");
        }
    }

    [Theory]
    [InlineData("slack:main/C1", false, "TalksBot:Desk:OperationsChannel is \"slack:main/C1\", which no connection serves; name a channel of terminal, or configure slack:main.")]
    [InlineData("terminal:desk", true, "TalksBot:Desk:OperationsChannel is \"terminal:desk\", which no connection serves; name a channel of discord:main, or configure terminal.")]
    [InlineData("discord:mian/1", true, "name a channel of discord:main")]
    public async Task An_operations_channel_that_nobody_serves_is_refused(string channel, bool hasDiscord, string sentence)
    {
        var settings = new Surroundings { Environment = new Dictionary<string, string>(hasDiscord ? Discord : []) { ["TalksBot__Desk__OperationsChannel"] = channel } };

        (await BotProcess.RunAsync(_database.Folder, settings, "--database", _database.File)).ShouldSay(2, sentence);

        File.Exists(_database.File).ShouldBeFalse();
    }

    [Fact]
    public async Task A_desk_on_Discord_without_operations_channel_is_warned_once_and_told_how_to_give_commands()
    {
        using var worker = await BotProcess.StartWorkerAsync(_database.File, new Surroundings { Environment = Discord });

        worker.Opening.Count(line => line.Contains("TalksBot:Desk:OperationsChannel is not set", StringComparison.Ordinal)).ShouldBe(1);
        worker.Opening.ShouldContain(line => line.Contains("alarms are told in this log only; set it to a channel of discord:main", StringComparison.Ordinal));
        worker.Opening[^1].ShouldEndWith("Use /talks on discord:main; Ctrl-C stops it");
        await worker.InterruptAsync();
    }

    [Fact]
    public async Task A_desk_at_a_terminal_needs_no_operations_channel()
    {
        using var worker = await BotProcess.StartWorkerAsync(_database.File);

        worker.Opening.ShouldNotContain(line => line.Contains("OperationsChannel", StringComparison.Ordinal));
        worker.Opening[^1].ShouldEndWith("Type /talks help; Ctrl-C stops it");
        await worker.InterruptAsync();
    }

    [Fact]
    public async Task A_demo_keeps_to_its_terminal_whatever_is_configured()
    {
        var settings = new Surroundings { Environment = new Dictionary<string, string>(Discord) { ["TalksBot__Desk__OperationsChannel"] = "discord:main/1" } };

        (await BotProcess.RunAsync(_database.Folder, settings, "demo", "--speed", "1000000000", "--from", "1995-06-27T12:00Z", "--to", "1995-06-27T14:00Z")).ExitCode.ShouldBe(0);
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

        (await BotProcess.RunAloneAsync(_database.Folder, "--database", _database.File)).ShouldSay(2, "appsettings.json", "line 2 is not JSON; mend it there");

        File.Exists(_database.File).ShouldBeFalse();
    }

    public void Dispose() => _database.Dispose();
}
