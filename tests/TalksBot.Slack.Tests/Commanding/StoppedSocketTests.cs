namespace TalksBot.Slack.Tests.Commanding;

public sealed class StoppedSocketTests
{
    [Fact]
    public async Task A_dead_token_is_told_once_and_not_tried_again_at_once()
    {
        await using var rig = await CommandRig.StartAsync();

        rig.Slack.Faults.RevokeTokens();

        await IsToldOnceAsync(rig, "Slack does not accept the app token (invalid_auth)");
    }

    [Fact]
    public async Task Socket_Mode_switched_off_is_told_once_and_not_tried_again_at_once()
    {
        await using var rig = await CommandRig.StartAsync();

        rig.Slack.Faults.SwitchSocketModeOff();

        await IsToldOnceAsync(rig, "Socket Mode was switched off");
    }

    [Fact]
    public async Task An_app_token_without_its_scope_is_told_with_the_mend()
    {
        var slack = CommandRig.Calm with { AppTokenMayConnect = false };

        await using var rig = await CommandRig.StartDeafAsync(slack);

        await IsToldOnceAsync(rig, "the app token lacks the scope connections:write");
        rig.RaisedOnce(trouble => trouble.Advice.Contains("TalksBot:Platforms:Slack:main:AppToken", StringComparison.Ordinal));
    }

    private static async Task IsToldOnceAsync(CommandRig rig, string reason)
    {
        await rig.RaisedAsync();

        // The second seat may have asked while the first was refused.
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        var tried = rig.Slack.Stats.Requests["apps.connections.open"];
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);

        rig.RaisedOnce(trouble => trouble.What.StartsWith($"slack:main stopped taking commands: {reason}", StringComparison.Ordinal)
            && trouble.Advice.Contains("tries again every two minutes", StringComparison.Ordinal));
        rig.Slack.Stats.Requests["apps.connections.open"].ShouldBe(tried);
    }
}
