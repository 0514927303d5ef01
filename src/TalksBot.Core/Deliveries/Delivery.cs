using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Core.Deliveries;

/// <summary>One post to one channel, from its cause to its receipt.</summary>
public sealed class Delivery
{
    private Delivery()
    {
    }

    /// <summary>A post waiting to be sent.</summary>
    public Delivery(OutgoingPost post, int? followId)
    {
        Key = post.Key;
        Channel = post.Channel;
        Connection = post.Channel.ConnectionName;
        Kind = post.Cause.Kind;
        Talks = post.Cause.Talks;
        Code = post.Cause.Code;
        Subject = post.Cause.Subject;
        Rung = post.Cause.Rung;
        Priority = post.Priority;
        DueAt = post.DueAt;
        NotBefore = post.DueAt;
        Post = post.Post;
        FollowId = followId;
    }

    /// <summary>The row's number, rising in the order of queueing.</summary>
    public long Id { get; private set; }

    /// <summary>Identifies the post for ever.</summary>
    public DeliveryKey Key { get; private set; } = null!;

    /// <summary>The follow it is for; null for word to the operations channel.</summary>
    public int? FollowId { get; private set; }

    /// <summary>Where it goes.</summary>
    public ChannelAddress Channel { get; private set; } = null!;

    /// <summary>The connection that serves the channel.</summary>
    public string Connection { get; private set; } = "";

    /// <summary>The sort of news.</summary>
    public DeliveryKind Kind { get; private set; }

    /// <summary>The negotiation's slug, or empty.</summary>
    public string Talks { get; private set; } = "";

    /// <summary>The negotiation's short code, or empty.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The record's number, or empty.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>How long before its subject it stands; null where that means nothing.</summary>
    public Duration? Rung { get; private set; }

    /// <summary>Its place in the queue.</summary>
    public WirePriority Priority { get; private set; }

    /// <summary>When it should be seen.</summary>
    public Instant DueAt { get; private set; }

    /// <summary>The earliest moment of the next attempt.</summary>
    public Instant NotBefore { get; private set; }

    /// <summary>What to say.</summary>
    public Post Post { get; private set; } = null!;

    /// <summary>Where it stands.</summary>
    public DeliveryState State { get; private set; } = DeliveryState.Pending;

    /// <summary>How many attempts were begun.</summary>
    public int Attempts { get; private set; }

    /// <summary>True while an earlier attempt may already be visible, so it must be looked for before it is sent again.</summary>
    public bool InDoubt { get; private set; }

    /// <summary>The last outcome in words; null before the first.</summary>
    public string? LastOutcome { get; private set; }

    /// <summary>The platform's message id; null until it is sent.</summary>
    public string? MessageId { get; private set; }

    /// <summary>The newer delivery that speaks for this one; null unless it was superseded.</summary>
    public long? SupersededBy { get; private set; }

    /// <summary>When the platform confirmed it; null until then.</summary>
    public Instant? SentAt { get; private set; }

    /// <summary>The delivery as the platform port takes it.</summary>
    public OutgoingPost ToOutgoing() =>
        new(Key, Channel, new DeliveryCause(Kind, Talks, Code, Subject, Rung), Priority, DueAt, Post);

    /// <summary>Takes it into a sender's hands; from here until an outcome is recorded a crash leaves it in doubt.</summary>
    public void Lease()
    {
        State = DeliveryState.Sending;
        Attempts++;
    }

    /// <summary>Found leased by a sender that is gone.</summary>
    public void Orphan()
    {
        State = DeliveryState.Pending;
        InDoubt = true;
    }

    /// <summary>Hands it back untouched.</summary>
    public void Release()
    {
        State = DeliveryState.Pending;
        Attempts--;
    }

    /// <summary>The platform confirmed it.</summary>
    public void RecordSent(string messageId, Post shown, Instant now)
    {
        State = DeliveryState.Sent;
        MessageId = messageId;
        Post = shown;
        SentAt = now;
        InDoubt = false;
        LastOutcome = "sent";
    }

    /// <summary>It will be tried again.</summary>
    public void RecordRetry(Instant notBefore, bool inDoubt, string outcome)
    {
        State = DeliveryState.Pending;
        NotBefore = notBefore;
        InDoubt = inDoubt;
        LastOutcome = outcome;
    }

    /// <summary>Too stale to be shown: a newer alert speaks for it.</summary>
    public void SupersedeBy(long newer)
    {
        Drop(DeliveryState.Superseded, "superseded");
        SupersededBy = newer;
    }

    /// <summary>It will not be sent.</summary>
    public void Drop(DeliveryState state, string outcome)
    {
        State = state;
        LastOutcome = outcome;
    }
}
