using TalksBot.Core.Channels;
using TalksBot.Core.Posts;

namespace TalksBot.Core.Platforms;

/// <summary>A post on its way to one channel, with what caused it.</summary>
/// <param name="Key">Identifies this post for ever; the platform's idempotency key where one exists.</param>
/// <param name="Channel">Where it goes.</param>
/// <param name="Cause">What it is about.</param>
/// <param name="Priority">Its wire priority.</param>
/// <param name="DueAt">When it should be seen.</param>
/// <param name="Post">What to say.</param>
public sealed record OutgoingPost(
    DeliveryKey Key,
    ChannelAddress Channel,
    DeliveryCause Cause,
    WirePriority Priority,
    Instant DueAt,
    Post Post)
{
    /// <summary>It was taken back while nobody knows whether it arrived: it is looked for, and never sent again.</summary>
    public bool IsTakenBack { get; init; }

    /// <summary>True for what can be read when there is time: platforms ring nobody for it.</summary>
    public bool IsRoutine => Cause.Kind switch
    {
        DeliveryKind.Digest or DeliveryKind.Live or DeliveryKind.Bundle or DeliveryKind.Thread or DeliveryKind.Lead => true,
        DeliveryKind.Update => Priority >= WirePriority.Regular,
        _ => false,
    };
}
