using TalksBot.Core.Agenda;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Talks;

public sealed class ReopenTalksTests
{
    [Fact]
    public async Task Closed_talks_stand_as_before_and_their_alerts_to_come_are_back()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks suspend us-japan-autos");
        await desk.DoneAsync("/talks close us-japan-autos");
        desk.Clock.Advance(Duration.FromHours(40));

        var reply = await desk.DoneAsync("/talks reopen us-japan-autos note:\"They meet again.\"");

        reply.ShouldBe("Suspended again · US–Japan automotive talks\n2 channels are told.\nD1 goes on standing: 100% tariffs on luxury cars – in 5 h 59 min");
        (await desk.TalksAsync()).Status.ShouldBe(TalksStatus.Suspended);
        (await desk.AheadAsync(MomentKind.Countdown)).ShouldBe([Duration.FromHours(1), Duration.Zero]);
        var told = (await desk.PostsAsync()).Where(post => post.Kind is DeliveryKind.Status).TakeLast(2).ToList();
        told.Select(post => post.Channel.Channel).ShouldBe(["washington", "tokyo"], ignoreOrder: true);
        told.ShouldAllBe(post => PostText.Write(post.Post).StartsWith("Talks open again · US–Japan automotive talks\nThey meet again.\n"));
    }

    [Fact]
    public async Task An_outcome_holds_no_more_and_what_it_settled_ahead_of_time_stands_again()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks deadline move us-japan-autos D1 +24h");
        await desk.DoneAsync("/talks deadline add us-japan-autos \"30 Jun 1995 17:00\" \"the list\"");
        await desk.DoneAsync("/talks deadline met us-japan-autos D2");
        await desk.DoneAsync("/talks outcome us-japan-autos agreed \"They agree.\"");

        await desk.DoneAsync("/talks reopen us-japan-autos");

        var talks = await desk.TalksAsync();
        (talks.Status, talks.Outcome).ShouldBe((TalksStatus.Scheduled, null));
        talks.Deadlines.Select(deadline => deadline.State).ShouldBe([DeadlineState.Moved, DeadlineState.Met]);
        (await desk.AheadAsync(MomentKind.Countdown)).Count.ShouldBe(3);
        PostText.Write((await desk.PostsAsync())[^1].Post).ShouldContain("No longer: agreed – They agree.");
        (await desk.DoneAsync("/talks since 6h us-japan-autos")).ShouldContain("Talks reopened, which were agreed: They agree.");
    }

    [Fact]
    public async Task What_fell_meanwhile_is_told_to_nobody_and_wants_an_outcome()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks close us-japan-autos");
        desk.Clock.AdvanceTo(Instant.FromUtc(1995, 6, 29, 4, 20));

        await desk.DoneAsync("/talks reopen us-japan-autos");

        (await desk.TalksAsync()).Deadlines[0].State.ShouldBe(DeadlineState.PassedUnknown);
        (await desk.AheadAsync(MomentKind.Countdown)).ShouldBeEmpty();
        (await desk.AheadAsync(MomentKind.Nudge)).ShouldBe([Duration.FromHours(1)]);
        (await desk.PostsAsync()).ShouldAllBe(post => post.Kind == DeliveryKind.Status);
    }

    [Fact]
    public async Task Whoever_heard_of_a_deadline_and_left_since_is_told_that_the_outcome_holds_no_more()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.QueueAlertAsync("terminal:tokyo", sent: true);
        await desk.UnfollowAsync("terminal:tokyo");
        await desk.DoneAsync("/talks outcome us-japan-autos agreed \"They agree.\"");

        (await desk.DoneAsync("/talks reopen us-japan-autos")).ShouldContain("2 channels are told.");

        (await desk.PostsAsync()).TakeLast(2).Select(post => post.Channel.Channel).ShouldBe(["washington", "tokyo"], ignoreOrder: true);
    }

    [Fact]
    public async Task Left_out_the_talks_are_the_ended_ones_that_the_channel_follows()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks follow add us-japan-autos channel:terminal:desk", Core.Commands.Role.Chief);
        await desk.DoneAsync("/talks open other \"Other talks\"");
        await desk.DoneAsync("/talks close us-japan-autos");

        (await desk.DoneAsync("/talks reopen")).ShouldStartWith("Scheduled again · US–Japan automotive talks");
        (await desk.RefusedAsync("/talks reopen")).ShouldStartWith("No talks have ended");
    }

    [Fact]
    public async Task Is_undone_and_every_change_is_kept()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks outcome us-japan-autos agreed \"They agree.\"");
        await desk.DoneAsync("/talks reopen us-japan-autos");

        (await desk.DoneAsync("/talks undo")).ShouldContain("The talks are agreed: They agree.");

        var talks = await desk.TalksAsync();
        (talks.Status, talks.Deadlines[0].State).ShouldBe((TalksStatus.Agreed, DeadlineState.Met));
        (await desk.DoneAsync("/talks audit us-japan-autos")).ShouldContain("reopened: They agree. → scheduled (undone by Anna)");
    }

    [Fact]
    public async Task Refuses_talks_that_are_open()
    {
        await using var desk = await TestDesk.FoundingAsync();

        (await desk.RefusedAsync("/talks reopen us-japan-autos")).ShouldBe("us-japan-autos need not be reopened: the talks are scheduled.");
    }
}
