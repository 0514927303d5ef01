using TalksBot.Core.Deliveries;

namespace TalksBot.Features.Outbox;

/// <summary>What a turn at the outbox leaves a pump to do.</summary>
/// <param name="Leased">The posts and changes leased, each lane's in the order in which they must be sent.</param>
/// <param name="Asks">The pause of a connection that is to be asked whether it is there; null where that is not in question.</param>
internal sealed record TurnResult(IReadOnlyList<Leased> Leased, ChannelPause? Asks);
