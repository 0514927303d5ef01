using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Outbox;

/// <summary>A delivery in a sender's hands.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Attempt">Which attempt this is, from 1.</param>
/// <param name="InDoubt">True when an earlier attempt may be visible already.</param>
/// <param name="Post">What to send where.</param>
/// <param name="Missed">Stale alerts that this one speaks for.</param>
internal sealed record Leased(long Id, int Attempt, bool InDoubt, OutgoingPost Post, IReadOnlyList<OutgoingPost> Missed)
{
    /// <summary>What to do.</summary>
    public DeliveryAct Act { get; init; } = DeliveryAct.Post;

    /// <summary>A newer alert of its subject was seen already, so it may be found but not sent any more.</summary>
    public bool IsOvertaken { get; init; }

    /// <summary>What it shall say should it not be there; null for what it said at first.</summary>
    public Post? SaysNow { get; init; }

    /// <summary>The message to change; null for a new one.</summary>
    public MessageAddress? Message { get; init; }

    /// <summary>Why it is changed.</summary>
    public ChangeReason ChangedFor { get; init; }

    /// <summary>The message tells of nothing but what was killed, so it may be taken down where it cannot be changed.</summary>
    public bool MayBeTakenDown { get; init; }

    /// <summary>The lane it is sent in.</summary>
    public LaneKey Lane => new(Post.Channel, Act is DeliveryAct.Post ? SendingLane.Posts : SendingLane.Changes);
}
