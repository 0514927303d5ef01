using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Simulators.Slack;
using TalksBot.Slack.Posting;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests.Posting;

/// <summary>Posts with a picture.</summary>
public sealed class PictureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_uploaded_looked_through_and_shown_above_the_reference()
    {
        await using var workspace = await Workspace.StartAsync(Workspace.Hasty with { FileProcessing = TimeSpan.FromMilliseconds(1) });

        var outcome = await Connect(workspace).PostAsync(Outgoing(workspace), Token);

        outcome.ShouldBeOfType<PostOutcome.Sent>();
        var message = workspace.Messages(workspace.Desk).ShouldHaveSingleItem();
        var picture = message.Blocks[^2]!;
        ((string?)picture["type"], (string?)picture["alt_text"]).ShouldBe(("image", "D1 at 23:44 Washington"));
        ((string?)message.Blocks[^1]!["type"]).ShouldBe("context");
        workspace.Simulator.Stats.InvalidRequests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("files:write")]
    [InlineData("files:read")]
    public async Task Without_the_scope_the_words_come_without_it(string scope)
    {
        await using var workspace = await Workspace.StartAsync(Workspace.Hasty with { Scopes = SlackScopes.Without(scope) });

        var outcome = await Connect(workspace).PostAsync(Outgoing(workspace), Token);

        outcome.ShouldBeOfType<PostOutcome.Sent>();
        var message = workspace.Messages(workspace.Desk).ShouldHaveSingleItem();
        message.Shown.ShouldContain("15 min to go");
        message.Blocks.ShouldNotContain(block => (string?)block!["type"] == "image");
    }

    [Fact]
    public async Task One_that_Slack_looks_through_for_too_long_is_left_off()
    {
        await using var workspace = await Workspace.StartAsync(Workspace.Hasty with { FileProcessing = TimeSpan.FromHours(1) });

        var outcome = await Connect(workspace).PostAsync(Outgoing(workspace), Token);

        outcome.ShouldBeOfType<PostOutcome.Sent>();
        workspace.Messages(workspace.Desk).ShouldHaveSingleItem().Blocks.ShouldNotContain(block => (string?)block!["type"] == "image");
    }

    [Fact]
    public async Task A_change_of_the_words_keeps_the_picture()
    {
        await using var workspace = await Workspace.StartAsync(Workspace.Hasty with { FileProcessing = TimeSpan.FromMilliseconds(1) });
        var platform = Connect(workspace);
        var post = Outgoing(workspace);
        var sent = (PostOutcome.Sent)await platform.PostAsync(post, Token);

        await platform.EditAsync(new MessageAddress(post.Channel, sent.MessageId), post with { Post = post.Post with { Heading = "Corrected" } }, Token);

        var message = workspace.Messages(workspace.Desk).ShouldHaveSingleItem();
        message.Shown.ShouldContain("Corrected");
        message.Blocks.ShouldContain(block => (string?)block!["type"] == "image");
    }

    private static SlackPlatform Connect(Workspace workspace) => workspace.Connect(pictures: new DotPictures());

    private static OutgoingPost Outgoing(Workspace workspace) =>
        Some.Outgoing(Workspace.Address(workspace.Desk), Some.Post() with { Picture = DotPictures.Picture });
}
