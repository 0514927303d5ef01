using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Simulators.Slack;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests.Posting;

/// <summary>Missing scopes by their names, refused blocks as text, changes to messages that are gone.</summary>
public sealed class MendTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_preflight_names_the_scope_that_posting_takes()
    {
        await using var workspace = await StartWithoutAsync("chat:write");

        (await workspace.Connect().CheckAsync(Workspace.Address(workspace.Desk), Token)).ShouldBeOfType<ChannelCheck.Faulty>().Mend.ShouldContain("chat:write");
    }

    [Fact]
    public async Task The_preflight_cautions_where_a_lost_post_could_not_be_looked_for()
    {
        await using var workspace = await StartWithoutAsync("channels:history");

        var ready = (await workspace.Connect().CheckAsync(Workspace.Address(workspace.Desk), Token)).ShouldBeOfType<ChannelCheck.Ready>();

        ready.Caution!.Why.ShouldContain("may stand there twice");
        ready.Caution.Mend.ShouldContain("channels:history");
    }

    [Fact]
    public async Task The_preflight_cannot_look_at_channels_without_leave()
    {
        await using var workspace = await StartWithoutAsync("channels:read");

        (await workspace.Connect().CheckAsync(Workspace.Address(workspace.Desk), Token)).ShouldBeOfType<ChannelCheck.Faulty>().Mend.ShouldContain("channels:read");
    }

    [Fact]
    public async Task A_post_and_a_pin_name_a_missing_scope()
    {
        await using var workspace = await StartWithoutAsync("chat:write", "pins:write");
        var desk = Workspace.Address(workspace.Desk);

        (await workspace.Connect().PostAsync(Some.Outgoing(desk), Token)).ShouldBeOfType<PostOutcome.NotAllowed>().Mend.ShouldContain("scope chat:write ");
        (await workspace.Connect().PinAsync(new(desk, "1503435956.000247"), Token)).ShouldBeOfType<PostOutcome.NotAllowed>().Mend.ShouldContain("scope pins:write ");
    }

    [Theory]
    [InlineData("invalid_blocks")]
    [InlineData("msg_blocks_too_long")]
    public async Task Refused_blocks_go_as_text_once(string error)
    {
        await using var workspace = await Workspace.StartAsync();
        workspace.Simulator.Faults.Add(Refuse("chat.postMessage", error, times: 1));
        var post = Some.Outgoing(Workspace.Address(workspace.Desk), Some.Post("*Heading* <!channel>", "The line & all"));

        (await workspace.Connect().PostAsync(post, Token)).ShouldBeOfType<PostOutcome.Sent>();

        var message = workspace.Messages(workspace.Desk).ShouldHaveSingleItem();
        message.Blocks.ShouldBeEmpty();
        message.Text.ShouldBe($"*Heading* &lt;!channel&gt;\nThe line &amp; all\nus-japan-autos · D1 · {post.Key.ShortReference}");
        message.Pings.ShouldBeEmpty();
        (await workspace.Connect().FindAsync(post, Token)).ShouldBe(new Lookup.Found(message.Ts));
    }

    [Fact]
    public async Task What_is_refused_as_text_too_is_reported()
    {
        await using var workspace = await Workspace.StartAsync();
        workspace.Simulator.Faults.Add(Refuse("chat.postMessage", "invalid_blocks", times: 2));

        (await workspace.Connect().PostAsync(Some.Outgoing(Workspace.Address(workspace.Desk)), Token)).ShouldBeOfType<PostOutcome.Rejected>().Why.ShouldContain("invalid_blocks");

        workspace.Simulator.Stats.Requests["chat.postMessage"].ShouldBe(2);
    }

    [Fact]
    public async Task An_edit_whose_blocks_are_refused_goes_as_text()
    {
        await using var workspace = await Workspace.StartAsync();
        var desk = Workspace.Address(workspace.Desk);
        var sent = (PostOutcome.Sent)await workspace.Connect().PostAsync(Some.Outgoing(desk), Token);
        workspace.Simulator.Faults.Add(Refuse("chat.update", "invalid_blocks", times: 1));

        (await workspace.Connect().EditAsync(new(desk, sent.MessageId), Some.Outgoing(desk, Some.Post("the new words", "…")), Token)).ShouldBe(sent);

        var message = workspace.Messages(workspace.Desk).ShouldHaveSingleItem();
        ((string?)message.Blocks.ShouldHaveSingleItem()!["type"]).ShouldBe("rich_text");
        message.Shown.ShouldStartWith("the new words");
        message.Text.ShouldStartWith("the new words");
    }

    [Fact]
    public async Task A_message_taken_down_stays_so()
    {
        await using var workspace = await Workspace.StartAsync();
        var desk = Workspace.Address(workspace.Desk);
        var sent = (PostOutcome.Sent)await workspace.Connect().PostAsync(Some.Outgoing(desk), Token);
        workspace.Simulator.DeleteMessage(workspace.Desk, sent.MessageId);

        (await workspace.Connect().EditAsync(new(desk, sent.MessageId), Some.Outgoing(desk), Token)).ShouldBeOfType<PostOutcome.MessageGone>().Why.ShouldContain("taken down");
        (await workspace.Connect().DeleteAsync(new(desk, sent.MessageId), Token)).ShouldBe(sent);
    }

    [Fact]
    public async Task A_second_pin_is_as_good_as_the_first()
    {
        await using var workspace = await Workspace.StartAsync();
        var desk = Workspace.Address(workspace.Desk);
        var sent = (PostOutcome.Sent)await workspace.Connect().PostAsync(Some.Outgoing(desk), Token);

        (await workspace.Connect().PinAsync(new(desk, sent.MessageId), Token)).ShouldBe(sent);
        (await workspace.Connect().PinAsync(new(desk, sent.MessageId), Token)).ShouldBe(sent);
    }

    [Fact]
    public async Task The_mentioned_group_is_pinged_and_nobody_else()
    {
        await using var workspace = await Workspace.StartAsync();
        var group = workspace.Simulator.AddGroup("night-desk");
        var post = Some.Post("@channel <!here> heading", $"<!subteam^{group}> @night-desk <@U1>") with { Mention = $"<!subteam^{group}>" };

        await workspace.Connect().PostAsync(Some.Outgoing(Workspace.Address(workspace.Desk), post), Token);

        workspace.Messages(workspace.Desk).ShouldHaveSingleItem().Pings.ShouldBe([$"<!subteam^{group}>"]);
    }

    [Fact]
    public async Task A_link_leads_to_the_message_it_names()
    {
        await using var workspace = await Workspace.StartAsync();
        var desk = Workspace.Address(workspace.Desk);
        var first = (PostOutcome.Sent)await workspace.Connect().PostAsync(Some.Outgoing(desk), Token);

        await workspace.Connect().PostAsync(Some.Outgoing(desk, Some.Post() with { Pieces = [new PostPiece.Link("The original", "k", first.MessageId)] }, 2), Token);

        var address = new Uri(workspace.Simulator.ApiUrl, $"/archives/{workspace.Desk}/p{first.MessageId.Replace(".", "", StringComparison.Ordinal)}");
        workspace.Messages(workspace.Desk)[^1].Blocks.ToJsonString().ShouldContain(address.AbsoluteUri);
    }

    private static WebFault Refuse(string method, string error, int times) =>
        new(WebFaultKind.ErrorBeforeCommit) { Method = method, Error = error, Times = times };

    private static Task<Workspace> StartWithoutAsync(params string[] scopes) =>
        Workspace.StartAsync(Workspace.Hasty with { Scopes = SlackScopes.Without(scopes) });
}
