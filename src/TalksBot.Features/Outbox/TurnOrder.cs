using TalksBot.Core.Platforms;

namespace TalksBot.Features.Outbox;

/// <summary>What a pump wants of its turn at the outbox.</summary>
/// <param name="Connection">The connection whose posts are sent.</param>
/// <param name="Answers">What was answered since the last turn.</param>
/// <param name="Busy">Channels with posts in hand.</param>
/// <param name="Closed">Channels that ask for patience, and until when.</param>
/// <param name="HeldUntil">Until then the connection itself cannot post.</param>
/// <param name="Ahead">How many posts each other channel takes; 0 leases nothing.</param>
internal sealed record TurnOrder(
    string Connection,
    IReadOnlyList<Attempted> Answers,
    IReadOnlyCollection<ChannelAddress> Busy,
    IReadOnlyDictionary<ChannelAddress, Instant> Closed,
    Instant HeldUntil,
    int Ahead);
