using TalksBot.Core.Agenda;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Talks;

public sealed class TurnTalksTests
{
    [Fact]
    public async Task Suspended_talks_keep_their_countdown()
    {
        await using var desk = await TestDesk.FoundingAsync();

        var reply = await desk.DoneAsync("/talks suspend us-japan-autos");

        reply.ShouldBe("Suspended · US–Japan automotive talks\n2 channels are told.\nD1 goes on standing: 100% tariffs on luxury cars – in 1 d 21 h");
        (await desk.TalksAsync()).Status.ShouldBe(TalksStatus.Suspended);
        (await desk.AheadAsync(MomentKind.Countdown)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Every_following_channel_is_told_why_and_nobody_is_mentioned()
    {
        await using var desk = await TestDesk.FoundingAsync();

        await desk.DoneAsync("/talks suspend us-japan-autos note:\"The minister flew home.\"");

        var posts = await desk.PostsAsync();
        posts.Count.ShouldBe(2);
        posts.ShouldAllBe(post => post.Kind == DeliveryKind.Status && post.Priority == WirePriority.Urgent && post.Post.Mention == null);
        PostText.Write(posts[0].Post).ShouldStartWith("Talks suspended · US–Japan automotive talks\nThe minister flew home.");
    }

    [Fact]
    public async Task Resumed_talks_are_under_way()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks suspend us-japan-autos");

        var reply = await desk.DoneAsync("/talks resume us-japan-autos");

        reply.ShouldStartWith("Under way again · US–Japan automotive talks\n");
        (await desk.TalksAsync()).Status.ShouldBe(TalksStatus.UnderWay);
        (await desk.PostsAsync()).Count(post => post.Kind == DeliveryKind.Status).ShouldBe(4);
    }

    [Fact]
    public async Task Closed_talks_announce_nothing_more()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks session add us-japan-autos \"28 Jun 11am\"");

        var reply = await desk.DoneAsync("/talks close us-japan-autos");

        reply.ShouldBe("Closed · US–Japan automotive talks\n2 channels are told.\nCancelled: the 24-hour, 1-hour and deadline alerts");
        (await desk.AheadAsync(MomentKind.Countdown)).ShouldBeEmpty();
        (await desk.AheadAsync(MomentKind.Session)).ShouldBeEmpty();
        (await desk.PostsAsync()).ShouldAllBe(post => post.Kind == DeliveryKind.Status);
    }

    [Fact]
    public async Task An_alert_that_waits_when_talks_are_closed_is_withdrawn()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.QueueAlertAsync("terminal:tokyo", sent: false);

        await desk.DoneAsync("/talks close us-japan-autos");

        (await desk.PostsAsync())[0].State.ShouldBe(DeliveryState.Cancelled);
    }

    [Theory]
    [InlineData("resume us-japan-autos", "us-japan-autos cannot be resumed: the talks are scheduled; only suspended talks can.")]
    [InlineData("suspend nothing-like-it", "No talks have that name; /talks list shows those there are.")]
    public async Task Refuses_what_does_not_fit(string typed, string why)
    {
        await using var desk = await TestDesk.FoundingAsync();

        var refusal = await desk.RefusedAsync($"/talks {typed}");

        refusal.ShouldBe(why);
    }

    [Theory]
    [InlineData("close us-japan-autos", "us-japan-autos is already closed.")]
    [InlineData("suspend us-japan-autos", "us-japan-autos cannot be suspended: the talks are closed; only talks that are scheduled or under way can.")]
    [InlineData("outcome us-japan-autos agreed \"A deal.\"", "us-japan-autos is closed, so nothing can be added or changed; go on with /talks reopen us-japan-autos.")]
    [InlineData("deadline met us-japan-autos D1", "us-japan-autos is closed, so nothing can be added or changed; go on with /talks reopen us-japan-autos.")]
    [InlineData("session add us-japan-autos \"28 Jun 14:00\"", "us-japan-autos is closed, so nothing can be added or changed; go on with /talks reopen us-japan-autos.")]
    public async Task Closed_talks_refuse_every_change(string typed, string why)
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks close us-japan-autos");

        var refusal = await desk.RefusedAsync($"/talks {typed}");

        refusal.ShouldBe(why);
    }
}
