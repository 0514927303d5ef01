using TalksBot.Core.Agenda;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Deadlines;

public sealed class MoveDeadlineTests
{
    [Fact]
    public async Task Says_where_it_stood_and_plans_the_rungs_anew()
    {
        await using var desk = await TestDesk.FoundingAsync();
        desk.Clock.Advance(Duration.FromHours(40));

        var reply = await desk.DoneAsync("/talks deadline move us-japan-autos D1 +36h");

        reply.ShouldBe("""
            D1 moved · US–Japan automotive talks: 100% tariffs on luxury cars, was 23:59 Washington Wed 28 Jun
            11:59 Washington Fri 30 Jun · 17:59 Geneva Fri 30 Jun · 00:59 Tokyo Sat 1 Jul (+1) – in 1 d 17 h
            3 alerts to 2 channels, the first tomorrow 11:59
            """);
        (await desk.AheadAsync(MomentKind.Countdown)).Count.ShouldBe(3);
        (await desk.TalksAsync()).Deadlines[0].State.ShouldBe(DeadlineState.Moved);
    }

    [Fact]
    public async Task Tells_every_channel_that_follows_or_heard_of_it()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.QueueAlertAsync("terminal:tokyo", sent: true);
        await desk.UnfollowAsync("terminal:tokyo");

        await desk.DoneAsync("/talks deadline move us-japan-autos D1 +36h");

        var posts = (await desk.PostsAsync()).Where(post => post.Kind == DeliveryKind.DeadlineMoved).ToList();
        posts.Select(post => post.Channel.Channel).ShouldBe(["washington", "tokyo"], ignoreOrder: true);
        posts.ShouldAllBe(post => post.Subject == "D1" && post.Priority == WirePriority.Urgent);
    }

    [Theory]
    [InlineData("", "was 23:59 Washington Wed 28 Jun, by ")]
    [InlineData(" note:\"They go on.\"", "was 23:59 Wed 28 Jun: They go on. (by Anna)")]
    [InlineData(" by:\"both ministers\"", "was 23:59 Washington Wed 28 Jun, by both ministers")]
    [InlineData(" note:\"They go on.\" by:\"both ministers\"", "was 23:59 Wed 28 Jun: They go on. (by both ministers)")]
    public async Task Tells_why_and_by_whom(string note, string line)
    {
        await using var desk = await TestDesk.FoundingAsync();

        await desk.DoneAsync($"/talks deadline move us-japan-autos D1 +36h{note}");

        var posts = (await desk.PostsAsync()).Where(post => post.Kind == DeliveryKind.DeadlineMoved).ToList();
        posts.ShouldNotBeEmpty();
        posts.Select(post => PostText.Write(post.Post).Split('\n').Last()).ShouldAllBe(last => last.StartsWith(line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Why_it_moved_is_kept_in_the_record()
    {
        await using var desk = await TestDesk.FoundingAsync();

        await desk.DoneAsync("/talks deadline move us-japan-autos D1 +36h note:\"They go on: nobody leaves.\"");

        (await desk.DoneAsync("/talks deadline history us-japan-autos D1")).ShouldContain("Was Wed 28 Jun 1995 23:59 Washington, moved to Fri 30 Jun 1995 11:59 Washington by Anna on Tue 27 Jun 1995 02:00 Washington – They go on: nobody leaves.\n");
        (await desk.DoneAsync("/talks timeline us-japan-autos")).ShouldContain("D1 moved: now Fri 30 Jun 1995 11:59 Washington, was Wed 28 Jun 1995 23:59 Washington – 100% tariffs on luxury cars: They go on: nobody leaves.");
        (await desk.DoneAsync("/talks since 6h us-japan-autos")).ShouldContain("They go on: nobody leaves.");
        (await desk.DoneAsync("/talks audit us-japan-autos")).ShouldContain("They go on: nobody leaves.");
        (await desk.DoneAsync("/talks undo")).ShouldContain("D1 stands at 23:59 Washington");
    }

    [Fact]
    public async Task By_whose_word_it_moved_is_kept_in_the_record()
    {
        await using var desk = await TestDesk.FoundingAsync();

        await desk.DoneAsync("/talks deadline move us-japan-autos D1 +36h note:\"They go on.\" by:\"both ministers\"");

        (await desk.DoneAsync("/talks deadline history us-japan-autos D1")).ShouldContain("– They go on. (by both ministers)");
        (await desk.DoneAsync("/talks audit us-japan-autos")).ShouldContain("They go on. (by both ministers)");
        (await desk.TalksAsync()).Changes[^1].After.ShouldBeOfType<ChangeValue.Moment>().MovedBy.ShouldBe("both ministers");
    }

    [Fact]
    public async Task Extends_a_deadline_that_has_passed()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.PassDeadlineAsync();

        await desk.DoneAsync("/talks deadline move us-japan-autos D1 +24h");

        (await desk.AheadAsync(MomentKind.Nudge)).ShouldBeEmpty();
        (await desk.AheadAsync(MomentKind.Countdown)).ShouldBe([Duration.FromHours(1), Duration.Zero]);
    }

    [Theory]
    [InlineData("D1 \"26 Jun 1995 17:00\"", "Mon 26 Jun 1995 17:00 Geneva has passed: it was 15 h ago.")]
    [InlineData("D1 +0h", "D1 already stands at Wed 28 Jun 1995 23:59 Washington.")]
    [InlineData("D2 +2h", "These talks have no such deadline; there is D1.")]
    public async Task Refuses_what_cannot_be(string typed, string why)
    {
        await using var desk = await TestDesk.FoundingAsync();

        var refusal = await desk.RefusedAsync($"/talks deadline move us-japan-autos {typed}");

        refusal.ShouldBe(why);
    }
}
