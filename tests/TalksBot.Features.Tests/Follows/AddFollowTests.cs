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
    public async Task Several_channels_follow_at_once()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("deadline add us-japan-autos \"28 Jun 1995 23:59 EDT\" \"tariffs\"");
        await desk.SayAsync("follow add us-japan-autos channel:terminal:tokyo digest:none");

        var answer = await desk.SayAsync("follow add us-japan-autos channel:\"#wire, terminal:tokyo, slack:main/C1\" priority:urgent");

        answer.ShouldBe("""
            2 channels follow US–Japan automotive talks
            terminal:wire, slack:main/C1
            Urgent and above; the rest wait for the digest
            D1: 9 alerts, the first today 23:59; too late for the 7-day and 3-day alerts
            1 channel followed already and goes on as before.
            """);
        var follows = (await desk.TalksAsync()).Listening.ToDictionary(follow => $"{follow.Channel}", follow => (follow.Settings.LeastPriority, follow.Settings.DigestAt));
        follows["terminal:tokyo"].ShouldBe((WirePriority.Regular, null));
        follows["slack:main/C1"].ShouldBe((WirePriority.Urgent, new LocalTime(8, 0)));
    }

    [Fact]
    public async Task A_channel_follows_like_another_save_what_is_said_otherwise()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos channel:terminal:tokyo zone:Tokyo digest:7:30 ladder:\"24h, 15m\" priority:bulletin mention:@tokyo quiet:22:00-07:00 escalate:@chief live:yes");

        await desk.SayAsync("follow add us-japan-autos channel:terminal:wire like:terminal:tokyo digest:09:00");
        await desk.SayAsync("follow add us-japan-autos channel:slack:main/C1 like:terminal:tokyo");

        (await SettingsAsync(desk, "terminal:wire")).ShouldBe("zone Asia/Tokyo, digest 09:00, ladder 24h, 15m, priority bulletin, quiet 22:00-07:00, live yes, mention @tokyo, escalate @chief");
        (await SettingsAsync(desk, "slack:main/C1")).ShouldEndWith("live yes, mention nobody, escalate nobody", customMessage: "Nobody on one platform is somebody on another.");
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData(" channel:terminal:tokyo", 1)]
    public async Task The_channels_of_other_talks_follow_these_too_each_as_it_follows_those(string which, int follows)
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos channel:terminal:tokyo zone:Tokyo digest:7:30");
        await desk.SayAsync("follow add us-japan-autos channel:terminal:wire priority:urgent");
        await desk.SayAsync("open steel \"Steel talks\" follow:no");

        await desk.SayAsync($"follow add steel like:\"US–Japan automotive talks\"{which}");

        var known = await desk.ReadAsync(db => Task.FromResult(db.Negotiations.Where(talks => talks.Slug == "steel").SelectMany(talks => talks.Follows).ToList()));
        known.Count.ShouldBe(follows);
        known.Single(follow => follow.Channel.Channel == "tokyo").Settings.DigestAt.ShouldBe(new LocalTime(7, 30));
    }

    [Theory]
    [InlineData("like:terminal:nowhere", "terminal:nowhere follows no talks, so there is nothing to be like.")]
    [InlineData("like:steel-talks", "“steel-talks” is neither talks nor a channel")]
    [InlineData("like:us-japan-autos", "No channel follows us-japan-autos, so there is nothing to be like.")]
    [InlineData("channel:\"terminal:wire wire\"", "“wire” is no channel")]
    public async Task Refuses_what_no_follow_can_be_like(string line, string why)
    {
        await using var desk = await NewsDesk.OpenAsync();

        (await desk.RefusedAsync($"follow add us-japan-autos {line}")).ShouldContain(why);
    }

    [Fact]
    public async Task None_of_several_channels_follows_where_some_cannot_be_posted_to()
    {
        await using var desk = await NewsDesk.OpenAsync(
            new StubPlatform("terminal", new ChannelCheck.Ready()), new StubPlatform("slack:main", new ChannelCheck.Faulty("The bot is not in the channel.", "Invite it.")));

        (await desk.RefusedAsync("follow add us-japan-autos channel:\"terminal:wire, slack:main/C1, slack:main/C2\"")).ShouldBe("2 of 3 channels cannot be posted to, so none follows yet.");
    }

    [Fact]
    public async Task Offers_to_change_how_a_channel_follows_that_follows_already()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos");

        var reply = await desk.RunAsync("follow add us-japan-autos digest:07:30", "terminal:desk", Role.Chief);
        await desk.SayAsync(reply.Body.Buttons.ShouldHaveSingleItem().Command);

        reply.Refused.ShouldBeTrue();
        (await desk.TalksAsync()).Follows.ShouldHaveSingleItem().Settings.DigestAt.ShouldBe(new LocalTime(7, 30));
    }

    [Fact]
    public async Task Shows_several_channels_a_line_each()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos channel:\"#wire #tokyo #news\"");

        (await desk.SayAsync("follow show us-japan-autos channel:\"#wire, #news, #elsewhere\"")).ShouldBe("""
            US–Japan automotive talks: 2 channels
            terminal:wire · as usual
            terminal:news · as usual
            """);
    }

    private static async Task<string> SettingsAsync(NewsDesk desk, string channel) =>
        (await desk.TalksAsync()).Follows.Single(follow => $"{follow.Channel}" == channel).Settings.ToString();

    [Fact]
    public async Task Is_for_chiefs()
    {
        await using var desk = await NewsDesk.OpenAsync();

        (await desk.RefusedAsync("follow add us-japan-autos", Role.Editor)).ShouldContain("needs the role chief");
    }
}
