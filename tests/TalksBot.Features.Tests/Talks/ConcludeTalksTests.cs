using TalksBot.Core.Agenda;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Talks;

public sealed class ConcludeTalksTests
{
    [Fact]
    public async Task An_agreement_meets_the_deadline_and_cancels_its_rungs()
    {
        await using var desk = await TestDesk.FoundingAsync();

        var reply = await desk.DoneAsync("/talks outcome us-japan-autos agreed \"Both sides announced an agreement.\"");

        reply.ShouldBe("""
            Outcome recorded · US–Japan automotive talks: agreed
            Both sides announced an agreement.
            D1: met – 100% tariffs on luxury cars
            Cancelled: the 24-hour, 1-hour and deadline alerts
            """);
        var talks = await desk.TalksAsync();
        talks.Status.ShouldBe(TalksStatus.Agreed);
        talks.Deadlines[0].State.ShouldBe(DeadlineState.Met);
        (await desk.AheadAsync(MomentKind.Countdown)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_following_channel_gets_one_bulletin()
    {
        await using var desk = await TestDesk.FoundingAsync();

        await desk.DoneAsync("/talks outcome us-japan-autos agreed \"Both sides announced an agreement.\"");

        var posts = await desk.PostsAsync();
        posts.Select(post => post.Channel.ToString()).ShouldBe(["terminal:washington", "terminal:tokyo"], ignoreOrder: true);
        posts.ShouldAllBe(post => post.Kind == DeliveryKind.Outcome && post.Priority == WirePriority.Bulletin && post.Subject == "");
        posts[0].Post.Title.ShouldBe("AGREED · US–Japan automotive talks: Both sides announced an agreement.");
        posts[0].Post.Mention.ShouldBe("@newsroom");
    }

    [Fact]
    public async Task A_channel_that_heard_the_countdown_and_left_is_told_too()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.QueueAlertAsync("terminal:tokyo", sent: true);
        await desk.UnfollowAsync("terminal:tokyo");

        await desk.DoneAsync("/talks outcome us-japan-autos agreed \"Both sides announced an agreement.\"");

        (await desk.PostsAsync()).Where(post => post.Kind == DeliveryKind.Outcome)
            .Select(post => post.Channel.Channel).ShouldBe(["washington", "tokyo"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_channel_that_heard_nothing_and_left_is_left_alone()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.UnfollowAsync("terminal:tokyo");

        await desk.DoneAsync("/talks outcome us-japan-autos agreed \"Both sides announced an agreement.\"");

        (await desk.PostsAsync()).Single().Channel.Channel.ShouldBe("washington");
    }

    [Fact]
    public async Task An_alert_that_waits_to_be_sent_is_withdrawn()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.QueueAlertAsync("terminal:tokyo", sent: false);

        await desk.DoneAsync("/talks outcome us-japan-autos agreed \"Both sides announced an agreement.\"");

        (await desk.PostsAsync())[0].State.ShouldBe(DeliveryState.Cancelled);
    }

    [Fact]
    public async Task After_a_collapse_the_deadline_goes_on_standing_and_the_reply_says_so()
    {
        await using var desk = await TestDesk.FoundingAsync();

        var reply = await desk.DoneAsync("/talks outcome us-japan-autos collapsed \"They left the room.\"");

        reply.ShouldBe("""
            Outcome recorded · US–Japan automotive talks: collapsed
            They left the room.
            D1 goes on standing, in 1 d 21 h
            Take it back: /talks deadline withdraw us-japan-autos D1
            """);
        (await desk.AheadAsync(MomentKind.Countdown)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_lapse_ends_the_deadline_that_passed_and_its_reminders()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.PassDeadlineAsync();

        var reply = await desk.DoneAsync("/talks outcome us-japan-autos lapsed \"The tariffs are in force.\"");

        reply.ShouldContain("D1: lapsed – 100% tariffs on luxury cars");
        (await desk.AheadAsync(MomentKind.Nudge)).ShouldBeEmpty();
        (await desk.TalksAsync()).Status.ShouldBe(TalksStatus.Collapsed);
    }

    [Fact]
    public async Task An_agreement_recorded_after_the_deadline_does_not_say_that_it_was_met()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.PassDeadlineAsync();

        var reply = await desk.DoneAsync("/talks outcome us-japan-autos agreed \"A deal at last.\"");

        reply.ShouldBe("""
            Outcome recorded · US–Japan automotive talks: agreed
            A deal at last.
            D1 still wants an outcome, passed just now
            Say what came of it: /talks deadline met us-japan-autos D1, or lapsed, or withdraw
            """);
        var talks = await desk.TalksAsync();
        talks.Deadlines[0].State.ShouldBe(DeadlineState.PassedUnknown);
        talks.Changes.ShouldNotContain(change => change.Verb == ChangeVerb.Met);
        PostText.Write((await desk.PostsAsync())[^1].Post).ShouldNotContain("met");
    }

    [Theory]
    [InlineData("lapsed \"No deal.\"", "No deadline of these talks has passed, so none can have lapsed; record agreed or collapsed, or move the deadline.")]
    [InlineData("aggreed \"Deal.\"", "“aggreed” is not a kind; did you mean “agreed”? The choices are agreed, lapsed, collapsed.")]
    [InlineData("agreed \" \"", "The line is empty; say it in words.")]
    public async Task Refuses_what_cannot_be(string typed, string why)
    {
        await using var desk = await TestDesk.FoundingAsync();

        var refusal = await desk.RefusedAsync($"/talks outcome us-japan-autos {typed}");

        refusal.ShouldBe(why);
    }

    [Fact]
    public async Task Refuses_the_same_outcome_twice()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks outcome us-japan-autos agreed \"A deal.\"");

        var refusal = await desk.RefusedAsync("/talks outcome us-japan-autos agreed \"A deal.\"");

        refusal.ShouldBe("That outcome is already recorded: A deal.");
    }
}
