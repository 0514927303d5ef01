using TalksBot.Core.Agenda;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Follows;

public sealed class AddFollowTests
{
    [Fact]
    public async Task This_channel_gets_the_desks_habits_when_nothing_is_said()
    {
        await using var desk = await NewsDesk.OpenAsync();

        await desk.SayAsync("follow add us-japan-autos", "terminal:wire");

        var follow = (await desk.TalksAsync()).Follows.ShouldHaveSingleItem();
        follow.Channel.ToString().ShouldBe("terminal:wire");
        follow.Settings.Clock.Zone.Id.ShouldBe("America/New_York");
        follow.Settings.DigestAt.ShouldBe(new LocalTime(8, 0));
        follow.Settings.Ladder.ShouldBe(Ladder.Default);
        follow.Settings.LeastPriority.ShouldBe(WirePriority.Regular);
        follow.Settings.Mention.ShouldBeNull();
    }

    [Fact]
    public async Task Another_channel_can_be_named_with_habits_of_its_own()
    {
        await using var desk = await NewsDesk.OpenAsync();

        await desk.SayAsync("follow add us-japan-autos channel:slack:main/C0TOKYO zone:Tokyo digest:7:30 ladder:\"24h, 15m\" priority:bulletin mention:@tokyo");

        var follow = (await desk.TalksAsync()).Follows.ShouldHaveSingleItem();
        follow.Channel.ToString().ShouldBe("slack:main/C0TOKYO");
        follow.Settings.ToString().ShouldBe("zone Asia/Tokyo, digest 07:30, ladder 24h, 15m, priority bulletin, quiet none, live no, mention @tokyo, escalate nobody");
    }

    [Fact]
    public async Task Its_first_digest_and_its_rungs_are_planned()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("deadline add us-japan-autos \"28 Jun 1995 23:59 EDT\" \"tariffs\"");

        var answer = await desk.SayAsync("follow add us-japan-autos ladder:\"24h, 1h\"");

        (await desk.AgendaAsync(MomentKind.Digest)).ShouldHaveSingleItem().Due.ShouldBe(Instant.FromUtc(1995, 6, 28, 12, 0));
        (await desk.AgendaAsync(MomentKind.Countdown)).Select(moment => moment.Rung)
            .ShouldBe([Duration.FromHours(24), Duration.FromHours(1), Duration.Zero]);
        answer.ShouldContain("Next digest Wed 28 Jun 1995 08:00 Washington");
        answer.ShouldContain("D1: 3 alerts, the first today 23:59");
    }

    [Fact]
    public async Task Says_which_alerts_it_comes_too_late_for()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("deadline add us-japan-autos \"in 2h\" \"tariffs\"");

        var answer = await desk.SayAsync("follow add us-japan-autos ladder:\"6h, 3h, 1h, 0\"");

        answer.ShouldContain("D1: 2 alerts, the first today 11:00; too late for the 6-hour and 3-hour alerts");
    }

    [Fact]
    public async Task A_channel_that_left_starts_afresh()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos digest:07:30");
        await desk.SayAsync("follow remove us-japan-autos");
        desk.Clock.Advance(Duration.FromHours(1));

        await desk.SayAsync("follow add us-japan-autos");

        var follow = (await desk.TalksAsync()).Follows.ShouldHaveSingleItem();
        (follow.IsListening, follow.Since, follow.Settings.DigestAt).ShouldBe((true, desk.Now, new LocalTime(8, 0)));
        (await desk.AgendaAsync(MomentKind.Digest)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_channel_that_was_muted_is_told_again_and_keeps_its_habits()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos digest:07:30");
        await desk.ReadAsync(async db =>
        {
            var talks = db.Negotiations.Single();
            await db.Entry(talks).Collection(known => known.Follows).LoadAsync(TestContext.Current.CancellationToken);
            talks.MuteFollow(talks.Follows[0], "the channel is archived", Stamp.Clock(desk.Now));
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        await desk.SayAsync("follow add us-japan-autos priority:urgent");

        var follow = (await desk.TalksAsync()).Follows.ShouldHaveSingleItem();
        follow.IsListening.ShouldBeTrue();
        (follow.Settings.DigestAt, follow.Settings.LeastPriority).ShouldBe((new LocalTime(7, 30), WirePriority.Urgent));
    }

    [Theory]
    [InlineData("follow add us-japan-autos channel:desk", "“desk” is no channel; write it as terminal:desk or slack:main/C0123.")]
    [InlineData("follow add us-japan-autos zone:CST", "CST is used for US Central, China and Cuba")]
    [InlineData("follow add us-japan-autos zone:Atlantis", "not a place or time zone I know")]
    [InlineData("follow add us-japan-autos digest:dawn", "“dawn” is no hour; write digest:08:00 or digest:8am, or digest:none for no digest.")]
    [InlineData("follow add us-japan-autos ladder:\"soon\"", "The ladder cannot be read")]
    [InlineData("follow add us-trade-japan", "No talks have that name")]
    public async Task Refuses(string line, string why)
    {
        await using var desk = await NewsDesk.OpenAsync();

        (await desk.RefusedAsync(line)).ShouldContain(why);
    }

    [Fact]
    public async Task Refuses_a_channel_that_follows_already()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos");

        (await desk.RefusedAsync("follow add us-japan-autos digest:none")).ShouldContain("already follows us-japan-autos");
    }

    [Fact]
    public async Task Refuses_a_channel_that_cannot_be_posted_to()
    {
        await using var desk = await NewsDesk.OpenAsync(
            new StubPlatform("terminal", new ChannelCheck.Faulty("The bot is not in the channel.", "Invite it with /invite @talksbot.")));

        (await desk.RefusedAsync("follow add us-japan-autos"))
            .ShouldBe("terminal:desk cannot be posted to: The bot is not in the channel. Invite it with /invite @talksbot.");
    }

    [Fact]
    public async Task Refuses_a_channel_that_no_connection_serves()
    {
        await using var desk = await NewsDesk.OpenAsync(
            new StubPlatform("terminal", new ChannelCheck.Ready()), new StubPlatform("slack:main", new ChannelCheck.Ready()));

        (await desk.RefusedAsync("follow add us-japan-autos channel:slack:tokyo/C1"))
            .ShouldBe("No connection serves slack:tokyo/C1; those there are: terminal, slack:main.");
    }

    [Fact]
    public async Task Follows_where_the_platform_says_that_posts_arrive()
    {
        await using var desk = await NewsDesk.OpenAsync(new StubPlatform("slack:main", new ChannelCheck.Ready()));

        await desk.SayAsync("follow add us-japan-autos channel:slack:main/C1");

        (await desk.TalksAsync()).Listening.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Is_for_chiefs()
    {
        await using var desk = await NewsDesk.OpenAsync();

        (await desk.RefusedAsync("follow add us-japan-autos", Role.Editor)).ShouldContain("needs the role chief");
    }
}
