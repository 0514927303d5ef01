using TalksBot.Core.Agenda;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Follows;

public sealed class ChangedFollowTests
{
    [Fact]
    public async Task Plans_the_digest_at_its_new_hour_and_only_then()
    {
        await using var desk = await FollowingAsync();

        var answer = await desk.SayAsync("follow set us-japan-autos zone:Tokyo digest:07:30");

        (await desk.AgendaAsync(MomentKind.Digest)).ShouldHaveSingleItem().Due.ShouldBe(Instant.FromUtc(1995, 6, 27, 22, 30));
        answer.ShouldContain("Next digest Wed 28 Jun 1995 07:30 Tokyo");
    }

    [Fact]
    public async Task Hears_the_rungs_of_its_new_ladder()
    {
        await using var desk = await FollowingAsync();

        await desk.SayAsync("follow set us-japan-autos ladder:2h");

        (await desk.AgendaAsync(MomentKind.Countdown)).Select(moment => moment.Rung).ShouldBe([Duration.FromHours(2), Duration.Zero]);
    }

    [Fact]
    public async Task What_is_not_named_stays()
    {
        await using var desk = await FollowingAsync();

        await desk.SayAsync("follow set us-japan-autos digest:none mention:@desk");
        await desk.SayAsync("follow set us-japan-autos mention:nobody priority:urgent");

        var settings = (await desk.TalksAsync()).Follows[0].Settings;
        (settings.DigestAt, settings.Mention, settings.LeastPriority).ShouldBe((null, null, WirePriority.Urgent));
        settings.Ladder.ShouldBe(Ladder.Default);
        (await desk.AgendaAsync(MomentKind.Digest)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("follow set us-japan-autos", "Say what changes: zone, digest, ladder, priority, mention, quiet, escalate, live, thread.")]
    [InlineData("follow set us-japan-autos digest:08:00", "already follows us-japan-autos like that")]
    [InlineData("follow set us-japan-autos channel:terminal:wire digest:none", "terminal:wire does not follow us-japan-autos")]
    [InlineData("follow remove us-japan-autos channel:terminal:wire", "terminal:wire does not follow us-japan-autos; /talks follow show us-japan-autos lists")]
    public async Task Refuses(string line, string why)
    {
        await using var desk = await FollowingAsync();

        (await desk.RefusedAsync(line)).ShouldContain(why);
    }

    [Theory]
    [InlineData("follow set us-japan-autos mention:somebody")]
    [InlineData("follow add us-japan-autos channel:slack:main/C2 mention:somebody")]
    public async Task Refuses_a_mention_that_the_platform_cannot_read(string line)
    {
        await using var desk = await NewsDesk.OpenAsync(new StubPlatform("terminal", new ChannelCheck.Ready()), new StubPlatform("slack:main", new ChannelCheck.Ready()));
        await desk.SayAsync("follow add us-japan-autos");

        (await desk.RefusedAsync(line)).ShouldBe("Only the desk can be notified; write desk.");
    }

    [Fact]
    public async Task Keeps_a_mention_as_the_platform_writes_it()
    {
        await using var desk = await NewsDesk.OpenAsync(new StubPlatform("terminal", new ChannelCheck.Ready()));

        await desk.SayAsync("follow add us-japan-autos mention:desk");

        (await desk.TalksAsync()).Follows[0].Settings.Mention.ShouldBe("<desk>");
    }

    [Fact]
    public async Task A_channel_that_leaves_is_told_nothing_more()
    {
        await using var desk = await FollowingAsync();
        await desk.SayAsync("update add us-japan-autos tier:official \"His tone changed\" \"reported by US officials\"");

        await desk.SayAsync("follow remove us-japan-autos");

        (await desk.TalksAsync()).Listening.ShouldBeEmpty();
        (await desk.AgendaAsync(MomentKind.Digest)).ShouldBeEmpty();
        (await desk.DeliveriesAsync(DeliveryKind.Update)).Where(delivery => delivery.Act is DeliveryAct.Post).ShouldHaveSingleItem().State.ShouldBe(DeliveryState.Cancelled);
    }

    [Fact]
    public async Task Shows_every_channel_this_one_first()
    {
        await using var desk = await FollowingAsync();
        await desk.SayAsync("follow add us-japan-autos channel:terminal:wire zone:Tokyo");

        var answer = await desk.SayAsync("follow show", "terminal:wire");

        answer.ShouldStartWith("US–Japan automotive talks: 2 channels\nterminal:wire · clock Asia/Tokyo\nterminal:desk");
    }

    private static async Task<NewsDesk> FollowingAsync()
    {
        var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("deadline add us-japan-autos \"28 Jun 1995 23:59 EDT\" \"tariffs\"");
        await desk.SayAsync("follow add us-japan-autos");
        return desk;
    }
}
