using TalksBot.Core.Deliveries;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Features.Outbox;

/// <summary>Something to tell.</summary>
/// <param name="Kind">The sort of news.</param>
/// <param name="Subject">The record's number, or empty.</param>
/// <param name="Priority">Its place in the queue.</param>
/// <param name="DueAt">When it should be seen.</param>
/// <param name="Post">What to say.</param>
internal sealed record News(DeliveryKind Kind, string Subject, WirePriority Priority, Instant DueAt, Post Post)
{
    /// <summary>What to say on the clock of the channel that is told; null where it is the same for all.</summary>
    public Func<WallClock, Post>? OnClock { get; init; }

    /// <summary>How long before its subject an alert stands; null for news that people cause.</summary>
    public Duration? Rung { get; init; }

    /// <summary>Whom it mentions whatever its priority; null where the follow and the priority decide.</summary>
    public string? Mention { get; init; }

    /// <summary>The moment that tells it apart from other news of its kind and subject, where that is not when it is due; null where it is.</summary>
    public Instant? KeyedAt { get; init; }

    /// <summary>Tells apart two changes of one record at one instant.</summary>
    public int Revision { get; init; }
}
