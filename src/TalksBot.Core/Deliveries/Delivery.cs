using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Core.Deliveries;

/// <summary>One post to one channel, from its cause to its receipt.</summary>
public sealed partial class Delivery
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
        Shows = Listed(post.Post);
        FollowId = followId;
    }

    /// <summary>A change of a message that was or will be posted.</summary>
    /// <param name="act">What is done to it.</param>
    /// <param name="target">The delivery that posted it.</param>
    /// <param name="post">What it shall say.</param>
    /// <param name="before">What it said, should the change be taken back.</param>
    /// <param name="mark">Why, and when it is due.</param>
    public static Delivery Of(DeliveryAct act, Delivery target, Post post, Post before, RewriteMark mark)
    {
        var cause = new DeliveryCause(target.Kind, target.Talks, target.Code, target.Subject);
        var key = DeliveryKey.OfChange(target.Key, act, mark.Number);
        return new Delivery(new OutgoingPost(key, target.Channel, cause, mark.Reason.Priority(), mark.At, post), target.FollowId)
        {
            Act = act,
            ChangedFor = mark.Reason,
            TargetId = target.Id,
            AwaitsId = target.State is DeliveryState.Sent ? null : target.Id,
            Before = before,
        };
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

    /// <summary>What sets its end apart; null for what simply went its way.</summary>
    public DeliveryReason? Reason { get; private set; }

    /// <summary>The platform's message id; null until it is sent.</summary>
    public string? MessageId { get; private set; }

    /// <summary>The newer delivery, or the bundle after quiet hours, that speaks for this one; null unless it was superseded.</summary>
    public long? SupersededBy { get; private set; }

    /// <summary>When the platform confirmed it; null until then.</summary>
    public Instant? SentAt { get; private set; }

    /// <summary>What it does.</summary>
    public DeliveryAct Act { get; private set; } = DeliveryAct.Post;

    /// <summary>Why it changes its message; null for a new message.</summary>
    public ChangeReason? ChangedFor { get; private set; }

    /// <summary>Who has it in hand; null while nobody has.</summary>
    public string? LeasedBy { get; private set; }

    /// <summary>Until when whoever has it in hand answers for it; null while nobody has.</summary>
    public Instant? LeasedUntil { get; private set; }

    /// <summary>When the operations channel was told that something is wrong with it; null while nothing is.</summary>
    public Instant? ToldAt { get; private set; }

    /// <summary>Where it is sent among what its channel gets.</summary>
    public SendingLane Lane => Act is DeliveryAct.Post ? SendingLane.Posts : SendingLane.Changes;

    /// <summary>The delivery whose message it changes; null for a new message.</summary>
    public long? TargetId { get; private set; }

    /// <summary>The delivery that must be settled first; null when nothing stands in the way.</summary>
    public long? AwaitsId { get; private set; }

    /// <summary>What the message said before this changed it; null for a new message.</summary>
    public Post? Before { get; private set; }

    /// <summary>The command that caused it; null where time itself did.</summary>
    public long? ActId { get; private set; }

    /// <summary>The updates whose words it shows, as <c> #1 #3 </c>: the numbers with a blank on either side.</summary>
    public string Shows { get; private set; } = "";

    /// <summary>True while nobody can have seen it.</summary>
    public bool IsUnseen => State is DeliveryState.Held || (State is DeliveryState.Pending && !InDoubt);

    /// <summary>True once nothing more will become of it.</summary>
    public bool IsSettled => State is DeliveryState.Sent or DeliveryState.Superseded or DeliveryState.Cancelled or DeliveryState.Failed;

    /// <summary>The delivery as the platform port takes it.</summary>
    public OutgoingPost ToOutgoing() =>
        new(Key, Channel, new DeliveryCause(Kind, Talks, Code, Subject, Rung), Priority, DueAt, Post);

    /// <summary>How an update is searched for in <see cref="Shows"/>.</summary>
    public static string ShowsMark(string account) => $" {account} ";

    private static string Listed(Post post, string before = "")
    {
        var accounts = before.Split(' ', StringSplitOptions.RemoveEmptyEntries).Union(post.Accounts).ToList();
        return accounts.Count == 0 ? "" : $" {string.Join("  ", accounts)} ";
    }
}

/// <summary>Where a delivery stands. Numbers are stored: never renumber.</summary>
public enum DeliveryState
{
    /// <summary>Waiting for its turn.</summary>
    Pending = 1,

    /// <summary>Leased by a sender; after a crash, in doubt.</summary>
    Sending = 2,

    /// <summary>Visible in its channel.</summary>
    Sent = 3,

    /// <summary>Stale before it could be sent; a newer post speaks for it.</summary>
    Superseded = 4,

    /// <summary>Its cause went away before it was sent.</summary>
    Cancelled = 5,

    /// <summary>Given up; the reason is on the receipt.</summary>
    Failed = 6,

    /// <summary>Kept back by its channel's quiet hours.</summary>
    Held = 7,
}

/// <summary>What sets a delivery's end apart. Numbers are stored: never renumber.</summary>
public enum DeliveryReason
{
    /// <summary>A change of a message that nobody had seen yet: the message says so from the start, and nothing was sent for it.</summary>
    SaidFromTheStart = 1,

    /// <summary>An earlier attempt that could not be looked for may be visible as well.</summary>
    PerhapsTwice = 2,

    /// <summary>Its message, or the message that it changes, was taken down.</summary>
    MessageGone = 3,

    /// <summary>A status message that is kept up to date no more, and says so.</summary>
    Ended = 4,

    /// <summary>The answer to an earlier attempt was lost; it was looked for, was not there, and was sent again.</summary>
    SentAgain = 5,
}

/// <summary>Why a message is changed, and when.</summary>
/// <param name="Number">Tells this change of a message apart from every other one of its kind.</param>
/// <param name="At">When it is due.</param>
/// <param name="Reason">Why.</param>
public sealed record RewriteMark(long Number, Instant At, ChangeReason Reason);

/// <summary>What a channel is sent side by side: news never waits for a change of what stands there. Numbers are stored: never renumber.</summary>
public enum SendingLane
{
    /// <summary>New messages.</summary>
    Posts = 1,

    /// <summary>Edits, pins and whatever else is done to messages that stand there.</summary>
    Changes = 2,
}
