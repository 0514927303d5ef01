using TalksBot.Core.Agenda;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Features.Tests.Sessions;

public sealed class ChangeSessionTests
{
    [Fact]
    public async Task A_moved_session_drops_its_end_and_has_its_alerts_anew()
    {
        await using var desk = await WithSessionAsync();

        var reply = await desk.DoneAsync("/talks session move us-japan-autos S1 +2h", Role.Reporter);

        reply.ShouldBe("""
            S1 moved from 14:00 Geneva Tue 27 Jun · US–Japan automotive talks
            16:00 Geneva Tue 27 Jun · 10:00 Washington Tue 27 Jun · 23:00 Tokyo Tue 27 Jun – in 8 h
            Its planned end, Tue 27 Jun 1995 15:00 Geneva, is dropped.
            2 channels will be told 30 min before and when it is due to start
            """);
        (await desk.AheadAsync(MomentKind.Session)).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("move us-japan-autos S1 +2h", "Moved 2 h later · US–Japan automotive talks: session S1")]
    [InlineData("start us-japan-autos S1", "Under way since 08:00 · US–Japan automotive talks: session S1")]
    [InlineData("cancel us-japan-autos S1", "Session cancelled · US–Japan automotive talks: session S1")]
    public async Task Every_following_channel_is_told(string typed, string heading)
    {
        await using var desk = await WithSessionAsync();

        await desk.DoneAsync($"/talks session {typed}");

        var posts = await desk.PostsAsync();
        posts.Count.ShouldBe(2);
        posts.ShouldAllBe(post => post.Kind == DeliveryKind.Session && post.Subject == "S1" && post.Rung == null);
        posts.ShouldAllBe(post => post.Priority == WirePriority.Urgent && post.Post.Title == heading);
    }

    [Fact]
    public async Task A_session_that_starts_early_loses_its_alerts_and_sets_the_talks_under_way()
    {
        await using var desk = await WithSessionAsync();
        desk.Clock.Advance(Duration.FromSeconds(90));

        var reply = await desk.DoneAsync("/talks session start us-japan-autos S1");

        reply.ShouldStartWith("S1 has begun · US–Japan automotive talks\n08:01 Geneva Tue 27 Jun");
        (await desk.TalksAsync()).Status.ShouldBe(TalksStatus.UnderWay);
        (await desk.AheadAsync(MomentKind.Session)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_start_reported_late_says_so_to_the_channels()
    {
        await using var desk = await WithSessionAsync();

        await desk.DoneAsync("/talks session start us-japan-autos S1 at:07:40");

        PostText.Write((await desk.PostsAsync())[0].Post).ShouldStartWith("Under way since 07:40 · US–Japan automotive talks: session S1\n07:40 Geneva Tue 27 Jun");
    }

    [Fact]
    public async Task A_start_reported_hours_late_is_told_as_late_and_never_as_under_way()
    {
        await using var desk = await WithSessionAsync();
        await desk.DoneAsync("/talks session add us-japan-autos \"27 Jun 16:00\" who:\"the ministers\"");
        desk.Clock.Advance(Duration.FromMinutes((15 * 60) + 38));

        var reply = await desk.DoneAsync("/talks session start us-japan-autos S2 at:\"27 Jun 16:00\"");

        reply.ShouldStartWith("S2 met from 16:00 (recorded 23:38) · US–Japan automotive talks: the ministers\n");
        PostText.Write((await desk.PostsAsync())[^1].Post).ShouldStartWith("S2 met from 16:00 (recorded 23:38) · US–Japan automotive talks: the ministers\n");
        foreach (var line in new[] { "/talks status", "/talks session list", "/talks next", "/talks digest", "/talks since 12h" })
        {
            var answer = await desk.DoneAsync(line);
            answer.ShouldNotContain("S2 under way", customMessage: line);
            answer.ShouldContain("S2", customMessage: line);
        }
    }

    [Fact]
    public async Task An_ended_session_is_recorded_and_told_with_its_hours()
    {
        await using var desk = await WithSessionAsync();
        await desk.DoneAsync("/talks session start us-japan-autos S1 at:07:40");
        desk.Clock.Advance(Duration.FromHours(17));

        var reply = await desk.DoneAsync("/talks session end us-japan-autos S1 at:\"28 Jun 00:40\"");

        reply.ShouldBe("""
            S1 is over · US–Japan automotive talks
            07:40–00:40 Geneva Wed 28 Jun, 17 h
            """);
        var posts = await desk.PostsAsync();
        posts.Count.ShouldBe(4);
        posts[^1].Post.Title.ShouldBe("S1 met 07:40–00:40 Geneva Wed 28 Jun (recorded 01:00) · US–Japan automotive talks: session S1");
        (await desk.TalksAsync()).Sessions[0].State.ShouldBe(SessionState.Ended);
    }

    [Fact]
    public async Task A_session_begun_within_this_minute_can_end_now()
    {
        await using var desk = await WithSessionAsync();
        desk.Clock.Advance(Duration.FromSeconds(50));
        await desk.DoneAsync("/talks session start us-japan-autos S1 at:\"1995-06-27T08:00:30+02:00\"");

        await desk.DoneAsync("/talks session end us-japan-autos S1");

        TimeWording.Full((await desk.TalksAsync()).Sessions[0].EndsAt!).ShouldBe("Tue 27 Jun 1995 08:00:30 Geneva");
    }

    [Fact]
    public async Task A_cancelled_session_has_no_alerts_and_says_why()
    {
        await using var desk = await WithSessionAsync();

        var reply = await desk.DoneAsync("/talks session cancel us-japan-autos S1 note:\"The minister is ill.\"");

        reply.ShouldStartWith("S1 cancelled · US–Japan automotive talks\n");
        (await desk.AheadAsync(MomentKind.Session)).ShouldBeEmpty();
        PostText.Write((await desk.PostsAsync())[0].Post).ShouldStartWith("Session cancelled · US–Japan automotive talks: session S1\nThe minister is ill.\n");
    }

    [Theory]
    [InlineData("end us-japan-autos S1", "S1 cannot be ended: it is only planned; say first that it began, with session start.")]
    [InlineData("start us-japan-autos S1 at:14:00", "Tue 27 Jun 1995 14:00 Geneva is still to come; write when it happened, with the date, or leave \"at\" out for now.")]
    [InlineData("start us-japan-autos S2", "These talks have no such session; there is S1.")]
    [InlineData("move us-japan-autos S1 \"27 Jun 07:00\"", "Tue 27 Jun 1995 07:00 Geneva has passed: it was 1 h ago.")]
    [InlineData("move us-japan-autos S1 \"27 Jun 14:00\"", "S1 already starts at Tue 27 Jun 1995 14:00 Geneva.")]
    public async Task Refuses_what_cannot_be_of_a_planned_session(string typed, string why)
    {
        await using var desk = await WithSessionAsync();

        var refusal = await desk.RefusedAsync($"/talks session {typed}");

        refusal.ShouldBe(why);
    }

    [Theory]
    [InlineData("cancel us-japan-autos S1", "S1 cannot be cancelled: it is under way; say that it is over, with session end.")]
    [InlineData("move us-japan-autos S1 +2h", "S1 cannot be moved: it is under way; say that it is over, with session end.")]
    [InlineData("end us-japan-autos S1 at:07:30", "S1 cannot end before it started, at Tue 27 Jun 1995 07:40 Geneva; correct the time.")]
    public async Task Refuses_what_cannot_be_of_a_session_under_way(string typed, string why)
    {
        await using var desk = await WithSessionAsync();
        await desk.DoneAsync("/talks session start us-japan-autos S1 at:07:40");

        var refusal = await desk.RefusedAsync($"/talks session {typed}");

        refusal.ShouldBe(why);
    }

    [Fact]
    public async Task List_shows_every_session_in_the_order_they_start()
    {
        await using var desk = await WithSessionAsync();
        await desk.DoneAsync("/talks session add us-japan-autos \"in 2h\"");

        var reply = await desk.DoneAsync("/talks session list", Role.Reader);

        reply.ShouldStartWith("US–Japan automotive talks: 2 sessions\nS2 starts in 2 h\n");
    }

    /// <summary>S1 from 14:00 to 15:00 in Geneva today.</summary>
    private static async Task<TestDesk> WithSessionAsync()
    {
        var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks session add us-japan-autos \"27 Jun 14:00\" until:15:00");
        return desk;
    }
}
