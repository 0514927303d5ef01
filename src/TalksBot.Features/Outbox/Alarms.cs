using Microsoft.Extensions.Logging;
using TalksBot.Core.Channels;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Outbox;

/// <summary>Tells the operations channel what became of deliveries that the bot cannot mend by itself.</summary>
internal sealed partial class Alarms(OperationsAlarms posts, ILogger<Alarms> log)
{
    private enum Reason
    {
        GivenUp,
        Stuck,
        PerhapsTwice,
    }

    /// <summary>A post was given up.</summary>
    public void GivenUp(Delivery delivery, RetryDecision.GiveUp giveUp, Instant now) => Raise(
        delivery,
        Reason.GivenUp,
        now,
        $"Not delivered to {delivery.Channel}: {giveUp.Why}",
        giveUp.MuteFollow && delivery.FollowId is not null ? $"{delivery.Channel} is muted until somebody follows from it again. {giveUp.Mend}" : giveUp.Mend);

    /// <summary>Nobody can tell whether a post arrived, so its channel waits behind it.</summary>
    public void Stuck(Delivery delivery, string why, string mend, Instant now) => Raise(
        delivery,
        Reason.Stuck,
        now,
        $"{delivery.Channel} is held up: {why}",
        $"{mend} Nothing is lost: an answer got lost, and what is due there waits until it is known whether the post arrived.");

    /// <summary>A post was sent again without its being known whether it had arrived.</summary>
    public void PerhapsTwice(Delivery delivery, RetryDecision.DonePerhapsTwice done, Instant now) => Raise(
        delivery,
        Reason.PerhapsTwice,
        now,
        $"A post may stand twice in {delivery.Channel}: an answer got lost, and it could not be looked for. {done.Why}",
        done.Mend);

    private void Raise(Delivery about, Reason reason, Instant now, string heading, string advice)
    {
        Raised(about.Id, heading, advice);
        var cause = new DeliveryCause(DeliveryKind.Alarm, about.Talks, about.Code, about.Subject);
        var post = new Post(heading, Severity.Trouble, [new PostPiece.Line(advice), new PostPiece.Field("Post", about.Post.Title)]);
        var revision = unchecked((int)((about.Id * Enum.GetValues<Reason>().Length) + (int)reason));
        posts.Queue(cause, about.DueAt, revision, post, now, channel => CanHear(channel, about));
    }

    /// <summary>An alarm that did not arrive raises none over its own connection nor outside chat: two that fail would go on about each other for ever.</summary>
    private bool CanHear(ChannelAddress channel, Delivery about) =>
        channel != about.Channel && (about.Kind is not DeliveryKind.Alarm || (channel.ConnectionName != about.Connection && !posts.IsLastResort(channel)));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {Id}: {Heading} {Advice}")]
    private partial void Raised(long id, string heading, string advice);
}
