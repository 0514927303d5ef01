using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Simulators.Slack;
using TalksBot.Slack.Tests.Posting;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests;

/// <summary>What Slack is told about the app.</summary>
public sealed class SlackManifestTests
{
    [Fact]
    public void Socket_Mode_needs_no_address()
    {
        var lines = SlackManifest.Of(requestUrl: null).Split('\n');

        lines.ShouldContain("  socket_mode_enabled: true");
        lines.ShouldContain("    - command: /talks");
        lines.ShouldContain("      should_escape: true");
        lines.ShouldContain("      - app_mention");
        foreach (var name in new[] { "app_uninstalled", "channel_archive", "channel_deleted", "channel_left", "group_archive", "member_left_channel", "tokens_revoked" })
        {
            lines.ShouldContain($"      - {name}");
        }

        lines.ShouldNotContain(line => line.Contains("url:", StringComparison.Ordinal));
    }

    [Fact]
    public void It_switches_direct_messages_on_which_an_app_has_not_from_the_start()
    {
        var lines = SlackManifest.Of(requestUrl: null).Split('\n');

        lines.ShouldContain("    messages_tab_enabled: true");
        lines.ShouldContain("    messages_tab_read_only_enabled: true");
    }

    [Fact]
    public void Over_HTTP_everything_arrives_at_one_address()
    {
        var lines = SlackManifest.Of(new Uri("https://bot.example/slack#\"x")).Split('\n');

        lines.ShouldContain("  socket_mode_enabled: false");
        lines.Where(line => line.Contains("url:", StringComparison.Ordinal)).ShouldBe(
        [
            "      url: \"https://bot.example/slack#%22x\"",
            "    request_url: \"https://bot.example/slack#%22x\"",
            "    request_url: \"https://bot.example/slack#%22x\"",
        ]);
    }

    [Fact]
    public void Its_scopes_are_each_listed_once() =>
        SlackManifest.Of(requestUrl: null).Split('\n').Where(line => line.StartsWith("        - ", StringComparison.Ordinal)).Select(line => line[10..]).ShouldBe(SlackManifest.Scopes);

    [Theory]
    [InlineData(ChannelKind.Public)]
    [InlineData(ChannelKind.Private)]
    public async Task Its_scopes_are_enough_to_post_pin_change_and_find_again(ChannelKind kind)
    {
        var token = TestContext.Current.CancellationToken;
        await using var workspace = await Workspace.StartAsync(Workspace.Hasty with { Scopes = SlackManifest.Scopes });
        var channel = Workspace.Address(workspace.Simulator.AddChannel("talks", kind));
        var platform = workspace.Connect();

        var check = await platform.CheckAsync(channel, token);
        var sent = (await platform.PostAsync(Some.Outgoing(channel), token)).ShouldBeOfType<PostOutcome.Sent>();
        var message = new MessageAddress(channel, sent.MessageId);
        var found = await platform.FindAsync(Some.Outgoing(channel), token);
        PostOutcome[] changes = [await platform.EditAsync(message, Some.Outgoing(channel), token), await platform.PinAsync(message, token), await platform.DeleteAsync(message, token)];

        check.ShouldBe(new ChannelCheck.Ready());
        found.ShouldBe(new Lookup.Found(sent.MessageId));
        changes.ShouldAllBe(change => change == sent);
    }
}
