using Microsoft.EntityFrameworkCore;
using Moq;
using TalksBot.Core.Agenda;
using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Checking;

/// <summary>An hour before D1, which falls at 23:59 EDT on 28 June 1995.</summary>
public sealed class ClaimPreflightsTests
{
    private static readonly Instant HourBefore = Instant.FromUtc(1995, 6, 29, 2, 58);
    private static readonly ChannelCheck Broken = new ChannelCheck.Faulty("the bot may not post there", "Give it the right to send messages.");

    [Fact]
    public async Task Tells_the_desk_of_a_channel_that_would_not_hear_the_deadline()
    {
        var platform = Connection("slack:main");
        await using var desk = await FollowedAsync(platform);
        Checks(platform).ReturnsAsync(Broken);

        await desk.ClaimAsync(MomentKind.Preflight, HourBefore);

        var alarm = (await desk.DeliveriesAsync(DeliveryKind.Alarm)).ShouldHaveSingleItem();
        alarm.Channel.ToString().ShouldBe("terminal:desk");
        PostText.Write(alarm.Post).ShouldStartWith(
            "slack:main/C1 would not hear D1 · US–Japan automotive talks: tariffs\nthe bot may not post there\nGive it the right to send messages.\nin 1 h 1 min: 23:59 Washington Wed 28 Jun");
        (await desk.AgendaAsync(MomentKind.Preflight)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Says_nothing_when_all_is_well()
    {
        await using var desk = await FollowedAsync(Connection("slack:main"));

        await desk.ClaimAsync(MomentKind.Preflight, HourBefore);

        (await desk.DeliveriesAsync(DeliveryKind.Alarm)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Asks_nobody_about_a_channel_that_this_process_does_not_serve()
    {
        var other = Connection("discord:main");
        await using var desk = await FollowedAsync(Connection("slack:main"), other);
        await desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync("update \"Follows\" set \"Channel\" = 'slack:other/C9'", TestContext.Current.CancellationToken));

        await desk.ClaimAsync(MomentKind.Preflight, HourBefore);

        other.Verify(platform => platform.CheckAsync(It.IsAny<ChannelAddress>(), It.IsAny<CancellationToken>()), Times.Never);
        (await desk.DeliveriesAsync(DeliveryKind.Alarm)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_platform_that_does_not_answer_is_not_waited_for()
    {
        var platform = Connection("slack:main");
        await using var desk = await FollowedAsync(platform);
        Checks(platform).Returns(new TaskCompletionSource<ChannelCheck>().Task);

        var claim = desk.ClaimAsync(MomentKind.Preflight, HourBefore);
        while (platform.Invocations.Count(call => call.Method.Name == nameof(IPlatform.CheckAsync)) < 2)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        // A command goes through meanwhile: no transaction is held open while a platform thinks.
        await desk.SayAsync("point add us-japan-autos \"Dealerships\"");
        desk.Clock.Advance(Duration.FromSeconds(6));
        await claim;

        PostText.Write((await desk.DeliveriesAsync(DeliveryKind.Alarm)).ShouldHaveSingleItem().Post).ShouldContain("slack:main did not answer within 5 seconds");
    }

    [Fact]
    public async Task A_deadline_that_was_met_is_not_checked_for_and_a_moved_one_an_hour_before_its_new_moment()
    {
        await using var desk = await FollowedAsync(Connection("slack:main"));

        await desk.SayAsync("deadline move us-japan-autos D1 +36h");
        (await desk.AgendaAsync(MomentKind.Preflight)).ShouldHaveSingleItem().Due.ShouldBe(HourBefore + Duration.FromHours(36));
        await desk.SayAsync("deadline met us-japan-autos D1");

        (await desk.AgendaAsync(MomentKind.Preflight)).ShouldBeEmpty();
    }

    [Fact]
    public async Task After_the_deadline_has_passed_nobody_needs_to_know()
    {
        var platform = Connection("slack:main");
        await using var desk = await FollowedAsync(platform);
        Checks(platform).ReturnsAsync(Broken);

        await desk.ClaimAsync(MomentKind.Preflight, HourBefore + Duration.FromHours(2));

        (await desk.DeliveriesAsync(DeliveryKind.Alarm)).ShouldBeEmpty();
    }

    private static async Task<NewsDesk> FollowedAsync(params Mock<IPlatform>[] platforms)
    {
        var desk = await NewsDesk.OpenAsync([.. platforms.Select(platform => platform.Object)]);
        await desk.SayAsync("follow add us-japan-autos channel:slack:main/C1 digest:none");
        await desk.SayAsync("deadline add us-japan-autos \"28 Jun 1995 23:59 EDT\" tariffs");
        return desk;
    }

    /// <summary>A connection whose channels can be posted to until a test says otherwise; it is asked for nothing but that.</summary>
    private static Mock<IPlatform> Connection(string name)
    {
        var platform = new Mock<IPlatform>(MockBehavior.Strict);
        platform.SetupGet(connection => connection.Name).Returns(name);
        platform.SetupGet(connection => connection.Capabilities).Returns(new Capabilities(CanEdit: false, CanDelete: false, CanPin: false, HasButtons: false, LongestText: 4_000));
        Checks(platform).ReturnsAsync(new ChannelCheck.Ready());
        return platform;
    }

    private static Moq.Language.Flow.ISetup<IPlatform, Task<ChannelCheck>> Checks(Mock<IPlatform> platform) =>
        platform.Setup(connection => connection.CheckAsync(It.IsAny<ChannelAddress>(), It.IsAny<CancellationToken>()));
}
