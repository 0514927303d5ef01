using Moq;
using TalksBot.Core.Channels;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Features.Outbox;
using TalksBot.Storage.Nodes;

namespace TalksBot.Features.Tests.Outbox;

/// <summary>A node that takes over leaves alone what the last one has used up of a platform's limits.</summary>
public sealed class UsedPaceTests
{
    private static readonly ChannelAddress Busy = new("discord", "main", "1");
    private static readonly ChannelAddress Quiet = new("discord", "main", "2");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_channel_that_got_all_it_takes_is_left_alone_until_the_first_of_them_is_old()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.ChangeAsync(db => db.Deliveries.AddRange(
            Sent(Busy, desk.Now - Duration.FromSeconds(9)),
            Sent(Busy, desk.Now - Duration.FromSeconds(4)),
            Sent(Busy, desk.Now - Duration.FromSeconds(1)),
            Sent(Quiet, desk.Now - Duration.FromSeconds(1))));

        var used = await OfAsync(desk, areShared: true);

        used.Select(channel => (channel.Key, channel.Value)).ShouldBe([(Busy, desk.Now + Duration.FromSeconds(1))]);
    }

    [Fact]
    public async Task What_it_had_in_hand_counts_as_sent_now()
    {
        await using var desk = await NewsDesk.OpenAsync();
        var inHand = Waiting(Busy, desk.Now);
        inHand.Lease("another", desk.Now + Duration.FromMinutes(1));
        await desk.ChangeAsync(db => db.Deliveries.AddRange(Sent(Busy, desk.Now - Duration.FromSeconds(2)), inHand));

        (await OfAsync(desk, areShared: true)).Select(channel => (channel.Key, channel.Value)).ShouldBe([(Busy, desk.Now + Duration.FromSeconds(3))]);
    }

    [Fact]
    public async Task Where_there_can_be_no_other_node_nothing_is_asked()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.ChangeAsync(db => db.Deliveries.AddRange(Sent(Busy, desk.Now - Duration.FromSeconds(2)), Sent(Busy, desk.Now - Duration.FromSeconds(1))));

        (await OfAsync(desk, areShared: false)).ShouldBeEmpty();
    }

    /// <summary>Two posts in five seconds.</summary>
    private static Task<IReadOnlyDictionary<ChannelAddress, Instant>> OfAsync(NewsDesk desk, bool areShared)
    {
        var nodes = new Mock<INodes>();
        nodes.Setup(known => known.AreShared).Returns(areShared);
        return desk.ReadAsync(db => new UsedPace(db, nodes.Object).OfAsync(Platform(), desk.Now, Token));
    }

    /// <summary>A platform that takes two posts in five seconds.</summary>
    internal static IPlatform Platform()
    {
        var platform = new Mock<IPlatform>();
        platform.Setup(known => known.Name).Returns("discord:main");
        platform.Setup(known => known.Capabilities).Returns(new Capabilities(CanEdit: true, CanDelete: true, CanPin: true, HasButtons: true, LongestText: 2_000) { Pace = new ChannelPace(2, Duration.FromSeconds(5)) });
        return platform.Object;
    }

    private static Delivery Sent(ChannelAddress channel, Instant at)
    {
        var delivery = Waiting(channel, at);
        delivery.RecordSent($"message-{at.ToUnixTimeTicks()}", delivery.Post, at);
        return delivery;
    }

    private static Delivery Waiting(ChannelAddress channel, Instant at)
    {
        var cause = new DeliveryCause(DeliveryKind.Update, "us-japan-autos", "", $"#{at.ToUnixTimeTicks()}");
        return new Delivery(new OutgoingPost(DeliveryKey.Of(channel, cause, at), channel, cause, WirePriority.Regular, at, new Post("News", Severity.Calm, [])), followId: null);
    }
}
