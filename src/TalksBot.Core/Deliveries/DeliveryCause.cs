namespace TalksBot.Core.Deliveries;

/// <summary>What a delivery is about.</summary>
/// <param name="Kind">The sort of news.</param>
/// <param name="Talks">The negotiation's slug; empty for word about the bot itself.</param>
/// <param name="Code">The negotiation's short code on the wire, such as <c>US-JP</c>.</param>
/// <param name="Subject">The record's number, such as <c>D1</c>, <c>S4</c> or <c>#3</c>; empty for the talks as a whole.</param>
/// <param name="Rung">How long before its subject a countdown or session alert stands; null for everything else.</param>
public sealed record DeliveryCause(DeliveryKind Kind, string Talks, string Code, string Subject, Duration? Rung = null);
