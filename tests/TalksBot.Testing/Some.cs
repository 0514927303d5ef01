using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Testing;

/// <summary>Plausible values from the founding case, for tests to which the exact ones do not matter.</summary>
public static class Some
{
    /// <summary>15 minutes before the founding deadline: 23:44 EDT on 28 June 1995.</summary>
    public static readonly Instant Moment = Instant.FromUtc(1995, 6, 29, 3, 44);

    /// <summary>A channel of the terminal.</summary>
    public static ChannelAddress Channel { get; } = new("terminal", "", "desk");

    /// <summary>A rung of the founding case.</summary>
    public static Post Post() => Post("15 min to go: 100% tariffs on luxury cars", "If it passes: Section 301 tariffs on 13 models");

    /// <summary>A post with one line.</summary>
    public static Post Post(string heading, string line) => new(heading, Severity.Pressing, [new PostPiece.Line(line)])
    {
        About = heading,
        DueOnClock = "23:44 EDT",
    };

    /// <summary>What a rung is about.</summary>
    public static DeliveryCause Cause() =>
        new(DeliveryKind.Countdown, "us-japan-autos", "US-JP", "D1", Duration.FromMinutes(15));

    /// <summary>A post on its way, due at <see cref="Moment"/>.</summary>
    /// <param name="channel">Where it goes.</param>
    /// <param name="post">What it says; null for <see cref="Post()"/>.</param>
    /// <param name="number">Tells its key apart from others to the same channel.</param>
    public static OutgoingPost Outgoing(ChannelAddress channel, Post? post = null, int number = 0) => new(
        DeliveryKey.Of(channel, Cause(), Moment, number),
        channel,
        Cause(),
        WirePriority.Urgent,
        Moment,
        post ?? Post());
}
