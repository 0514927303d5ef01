using TalksBot.Simulators.Discord;
using TalksBot.Simulators.Slack;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Processes;

/// <summary>The first start of somebody who has nothing but a token.</summary>
[Collection(nameof(ProcessTests))]
public sealed class SetupTests : IDisposable
{
    private const string AskedForToken = "The token of the Discord bot";
    private const string AskedForChannel = "Which channel hears";

    private readonly TestDatabase _database = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Settings => Path.Combine(_database.Folder, "appsettings.json");

    [Fact]
    public async Task A_token_and_a_channel_are_tried_written_and_checked()
    {
        await using var discord = await DiscordSimulator.StartAsync(Token);
        var channel = discord.AddChannel(discord.AddGuild("newsroom"), "wire");
        using var setup = Begin(discord);

        await AnswerAsync(setup, "Where do people sit", "discord");
        await AnswerAsync(setup, AskedForToken, "nobody.knows.it");
        await setup.LineAsync(line => line.Contains("Discord does not accept the token", StringComparison.Ordinal));
        await setup.TypeAsync(discord.Token);
        await setup.LineAsync(line => line.StartsWith("Discord accepts it. Whoever runs the server lets the bot in here: https://", StringComparison.Ordinal));
        await AnswerAsync(setup, "In which zone", "Zurich");
        await AnswerAsync(setup, AskedForChannel, "discord:main/1");
        await setup.TypeAsync($"discord:main/{channel}");
        await setup.LineAsync(line => line == "Start TalksBot with run.");
        await setup.EndedAsync();

        setup.ExitCode.ShouldBe(0);
        setup.Lines.ShouldContain("The line stands there.");
        setup.Lines.ShouldContain($"discord:main/{channel} can be posted to");
        string.Join('\n', setup.Lines).ShouldNotContain(discord.Token);
        discord.Messages(channel).ShouldHaveSingleItem();
        var written = await File.ReadAllTextAsync(Settings, Token);
        written.ShouldContain(discord.Token);
        written.ShouldContain("\"Zone\": \"Zurich\"");
        written.ShouldContain($"\"OperationsChannel\": \"discord:main/{channel}\"");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Settings).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task Slacks_two_tokens_are_tried_one_after_the_other_and_neither_is_shown()
    {
        await using var slack = await SlackSimulator.StartAsync(Token);
        var channel = slack.AddChannel("desk");
        using var setup = BotProcess.Begin(_database.Folder, Surroundings.With("TalksBot__Platforms__Slack__main__ApiUrl", $"{slack.ApiUrl}"), "setup", "--database", _database.File);

        await AnswerAsync(setup, "Where do people sit", "slack");
        await AnswerAsync(setup, "The bot token of the Slack app", "");
        await setup.LineAsync(line => line.StartsWith("It is empty", StringComparison.Ordinal));
        await setup.TypeAsync("xoxb-1-nobody");
        await setup.LineAsync(line => line.Contains("Slack does not accept the token in TalksBot:Platforms:Slack:main:BotToken", StringComparison.Ordinal));
        await setup.TypeAsync(slack.BotToken);
        await AnswerAsync(setup, "Its app token", "xapp-1-nobody");
        await setup.LineAsync(line => line.Contains("Slack opens no socket with the token in TalksBot:Platforms:Slack:main:AppToken", StringComparison.Ordinal));
        await setup.TypeAsync(slack.AppToken);
        await setup.LineAsync(line => line == "Slack accepts both.");
        await AnswerAsync(setup, "In which zone", "");
        await AnswerAsync(setup, AskedForChannel, "slack:main/C404");
        await setup.TypeAsync($"slack:main/{channel}");
        await setup.LineAsync(line => line == "Start TalksBot with run.");
        await setup.EndedAsync();

        setup.ExitCode.ShouldBe(0);
        setup.Lines.ShouldContain("The line stands there.");
        setup.Lines.ShouldContain($"slack:main/{channel} can be posted to");
        slack.Messages(channel).ShouldHaveSingleItem();
        string.Join('\n', setup.Lines).ShouldNotContain(slack.BotToken);
        string.Join('\n', setup.Lines).ShouldNotContain(slack.AppToken);
        var written = await File.ReadAllTextAsync(Settings, Token);
        written.ShouldContain(slack.BotToken);
        written.ShouldContain(slack.AppToken);
        written.ShouldContain($"\"OperationsChannel\": \"slack:main/{channel}\"");
    }

    [Fact]
    public async Task What_stands_in_the_settings_stays_and_a_bad_answer_is_asked_again()
    {
        await File.WriteAllTextAsync(Settings, """{ "Logging": { "LogLevel": { "Default": "Warning" } }, "TalksBot": { "Desk": { "Hours": "TwentyFour" } } }""", Token);
        using var setup = BotProcess.Begin(_database.Folder, new Surroundings(), "setup", "--database", _database.File);

        await AnswerAsync(setup, "Where do people sit", "moon");
        await AnswerAsync(setup, "Write discord, slack, both or terminal.", "");
        await AnswerAsync(setup, "In which zone", "Mars");
        await AnswerAsync(setup, "That is no time zone", "");
        await setup.EndedAsync();

        setup.ExitCode.ShouldBe(0);
        var written = await File.ReadAllTextAsync(Settings, Token);
        written.ShouldContain("\"Hours\": \"TwentyFour\"");
        written.ShouldContain("\"Default\": \"Warning\"");
        written.ShouldContain("\"Zone\": \"America/New_York\"");
    }

    [Fact]
    public async Task Input_that_ends_and_settings_that_are_no_settings_change_nothing()
    {
        (await BotProcess.RunAsync(_database.Folder, "setup", "--database", _database.File)).Error.ShouldBe("Stopped before it was done.\n");
        File.Exists(Settings).ShouldBeFalse();

        await File.WriteAllTextAsync(Settings, "{ \"a\": ", Token);
        (await BotProcess.RunAsync(_database.Folder, "setup")).Error.ShouldContain("appsettings.json");
        (await File.ReadAllTextAsync(Settings, Token)).ShouldBe("{ \"a\": ");
    }

    public void Dispose() => _database.Dispose();

    private BotProcess Begin(DiscordSimulator discord) => BotProcess.Begin(
        _database.Folder,
        Surroundings.With("TalksBot__Platforms__Discord__main__ApiUrl", $"{discord.ApiUrl}"),
        "setup",
        "--database",
        _database.File);

    private static async Task AnswerAsync(BotProcess setup, string question, string answer)
    {
        await setup.LineAsync(line => line.StartsWith(question, StringComparison.Ordinal));
        await setup.TypeAsync(answer);
    }
}
