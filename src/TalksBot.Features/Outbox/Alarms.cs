using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Features.Desk;
using TalksBot.Storage;

namespace TalksBot.Features.Outbox;

/// <summary>Tells the operations channel what the bot cannot mend by itself.</summary>
internal sealed partial class Alarms(TalksDb db, CommitEffects effects, IOptions<DeskOptions> desk, ILogger<Alarms> log)
{
    /// <summary>A post was given up.</summary>
    public void GivenUp(Delivery delivery, RetryDecision.GiveUp giveUp, Instant now) => Raise(
        delivery,
        now,
        $"Not delivered to {delivery.Channel}: {giveUp.Why}",
        giveUp.MuteFollow ? $"{delivery.Channel} is muted until somebody follows from it again. {giveUp.Mend}" : giveUp.Mend);

    /// <summary>A connection cannot post; everything is kept until it can.</summary>
    public void ConnectionHeld(Delivery delivery, RetryDecision.Hold hold, Instant now) => Raise(
        delivery,
        now,
        $"{delivery.Connection} does not accept its credentials: {hold.Why}",
        "Nothing is lost; posts wait. Put valid credentials into the configuration and start again.");

    private void Raise(Delivery about, Instant now, string heading, string advice)
    {
        var channel = desk.Value.Operations;
        Raised(about.Id, heading);
        if (channel == about.Channel || (channel.ConnectionName == about.Connection && about.Kind is DeliveryKind.Alarm))
        {
            return;
        }

        var cause = new DeliveryCause(DeliveryKind.Alarm, about.Talks, about.Code, about.Subject);
        var post = new Post(heading, Severity.Pressing, [new PostPiece.Line(advice), new PostPiece.Field("Post", about.Post.Heading)])
        {
            DueOnClock = TimeWording.ClockTimeShort(now, desk.Value.HomeClock),
        };
        var key = DeliveryKey.Of(channel, cause, about.DueAt, (int)about.Id);
        if (!db.Deliveries.Local.Any(known => known.Key == key) && !db.Deliveries.Any(known => known.Key == key))
        {
            var alarm = new Delivery(new OutgoingPost(key, channel, cause, WirePriority.Urgent, now, post), followId: null);
            db.Deliveries.Add(alarm);
            effects.Posted(alarm);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {Id}: {Heading}")]
    private partial void Raised(long id, string heading);
}
