using TalksBot.Simulators.Slack;

namespace TalksBot.Slack.Tests.Commanding;

/// <summary>Answers that come with a file or a picture.</summary>
public sealed class EnclosureTests
{
    [Fact]
    public async Task An_export_is_a_file_in_the_direct_messages_of_whoever_asked()
    {
        await using var rig = await CommandRig.StartAsync();
        await rig.OpenTalksAsync();

        var answer = await rig.RunAsync(rig.Cleo, "export us-japan-autos format:md");

        answer.Shown.ShouldContain("us-japan-autos.md is in your direct messages with the bot.");
        answer.Shown.ShouldNotContain("# US–Japan");
        var file = rig.Slack.Messages(rig.Slack.DirectChannel(rig.Cleo)).ShouldHaveSingleItem().Files.ShouldHaveSingleItem();
        file.Name.ShouldBe("us-japan-autos.md");
        System.Text.Encoding.UTF8.GetString(file.Bytes.Span).ShouldStartWith("# US–Japan automotive talks\n");
        rig.Slack.Messages(rig.Channel).ShouldNotContain(message => message.Files.Count > 0);
        rig.Slack.Stats.InvalidRequests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("im:write")]
    [InlineData("files:write")]
    public async Task Where_no_file_can_be_handed_over_its_text_is_shown_and_the_scope_is_named(string scope)
    {
        await using var rig = await CommandRig.StartAsync(CommandRig.Calm with { Scopes = SlackScopes.Without(scope) }, _ => [], _ => { });
        await rig.OpenTalksAsync();

        var answer = await rig.RunAsync(rig.Cleo, "export us-japan-autos format:md");

        answer.Shown.ShouldContain("# US–Japan automotive talks");
        rig.RaisedOnce(trouble => trouble.What.Contains($"lacks the scope {scope}, so files such as exports are shown as text", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_the_app_has_no_direct_messages_the_text_of_a_file_is_shown()
    {
        await using var rig = await CommandRig.StartAsync(CommandRig.Calm with { MessagesTab = false }, _ => [], _ => { });
        await rig.OpenTalksAsync();

        var answer = await rig.RunAsync(rig.Cleo, "export us-japan-autos format:md");

        answer.Shown.ShouldContain("# US–Japan automotive talks");
    }

    [Fact]
    public async Task The_timeline_is_shown_as_a_picture_too_for_whoever_asked_alone()
    {
        await using var rig = await CommandRig.StartAsync();
        await rig.OpenTalksAsync();
        await rig.RunAsync(rig.Ada, "deadline add us-japan-autos \"in 2h\" \"100% tariffs\"");

        var answer = CommandRig.Message(await rig.RunAsync(rig.Cleo, "timeline us-japan-autos"));

        answer.OnlyFor.ShouldBe(rig.Cleo);
        answer.Shown.ShouldContain("DEADLINE D1 100% tariffs");
        var picture = answer.Blocks.Where(block => (string?)block!["type"] == "image").ShouldHaveSingleItem()!;
        ((string)picture["alt_text"]!).ShouldContain("D1 100% tariffs: ");
        rig.Slack.Stats.InvalidRequests.ShouldBeEmpty();
    }
}
