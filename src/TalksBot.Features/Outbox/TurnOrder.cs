using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;

namespace TalksBot.Features.Outbox;

/// <summary>What a pump wants of its turn at the outbox.</summary>
/// <param name="Connection">The connection whose posts are sent.</param>
/// <param name="Owner">The pump itself, as leases name it.</param>
/// <param name="Answers">What was answered since the last turn.</param>
/// <param name="Busy">Lanes with something in hand.</param>
/// <param name="Ahead">How many posts each other channel takes; 0 leases nothing.</param>
internal sealed record TurnOrder(string Connection, string Owner, IReadOnlyList<Attempted> Answers, IReadOnlyCollection<LaneKey> Busy, int Ahead)
{
    /// <summary>What came of asking whether the platform is there, in order.</summary>
    public IReadOnlyList<Probed> Probed { get; init; } = [];

    /// <summary>How long a lease holds before others may take it over; it is renewed while something is in hand.</summary>
    public static readonly Duration Term = Duration.FromMinutes(2);

    /// <summary>The channels whose lane has something in hand.</summary>
    public IReadOnlyList<ChannelAddress> BusyIn(SendingLane lane) => [.. Busy.Where(busy => busy.Lane == lane).Select(busy => busy.Channel)];
}
