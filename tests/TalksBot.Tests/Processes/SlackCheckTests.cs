using TalksBot.Simulators.Slack;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Processes;

/// <summary>What <c>check</c> says of a Slack connection before anything follows.</summary>
public sealed class SlackCheckTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_where_the_tokens_and_the_scopes_are_as_they_should_be()
    {
        await using var slack = await SlackSimulator.StartAsync(Token);

        var ran = await CheckAsync(slack, slack.BotToken, slack.AppToken);

        ran.Error.ShouldNotContain("slack:old");
    }

    [Fact]
    public async Task Names_tokens_that_Slack_does_not_accept_and_shows_neither()
    {
        await using var slack = await SlackSimulator.StartAsync(Token);

        var ran = await CheckAsync(slack, "xoxb-1-gone", "xapp-1-gone");

        ran.Error.ShouldContain("slack:old: Slack does not accept the token in TalksBot:Platforms:Slack:old:BotToken (invalid_auth); install the app again");
        ran.Error.ShouldContain("slack:old: Slack opens no socket with the token in TalksBot:Platforms:Slack:old:AppToken (invalid_auth)");
        $"{ran.Output}{ran.Error}".ShouldNotContain("gone");
        ran.ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Names_the_scopes_that_the_app_lacks()
    {
        await using var slack = await SlackSimulator.StartAsync(new SlackSimulatorOptions { Scopes = SlackScopes.Without("files:write") }, Token);

        var ran = await CheckAsync(slack, slack.BotToken, slack.AppToken);

        ran.Error.ShouldContain("slack:old: The app lacks the scope files:write; paste the manifest");
        ran.ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Has_Slack_judge_each_form_and_names_the_one_it_would_not_show()
    {
        await using var slack = await SlackSimulator.StartAsync(Token);
        slack.Faults.Add(new WebFault(WebFaultKind.ErrorBeforeCommit) { Method = "blocks.validate", Error = "invalid_blocks" });

        var ran = await CheckAsync(slack, slack.BotToken, slack.AppToken);

        ran.Error.ShouldContain("slack:old: Slack would not show the form of /talks ");
        ran.Error.Split("would not show the form").Length.ShouldBe(2);
        ran.ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_cannot_judge_forms_is_no_fault()
    {
        await using var slack = await SlackSimulator.StartAsync(Token);
        slack.Faults.Add(new WebFault(WebFaultKind.ErrorBeforeCommit) { Method = "blocks.validate", Error = "unknown_method" });

        var ran = await CheckAsync(slack, slack.BotToken, slack.AppToken);

        ran.Error.ShouldNotContain("form");
    }

    private static async Task<Ran> CheckAsync(SlackSimulator slack, string botToken, string appToken)
    {
        using var database = new TestDatabase();
        var connected = new Surroundings
        {
            Environment = new Dictionary<string, string>
            {
                ["TalksBot__Platforms__Slack__old__BotToken"] = botToken,
                ["TalksBot__Platforms__Slack__old__AppToken"] = appToken,
                ["TalksBot__Platforms__Slack__old__ApiUrl"] = $"{slack.ApiUrl}",
            },
        };
        return await BotProcess.RunAsync(database.Folder, connected, "check", "--database", database.File);
    }
}
