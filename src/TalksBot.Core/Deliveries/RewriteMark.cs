namespace TalksBot.Core.Deliveries;

/// <summary>Why a message is changed, and when.</summary>
/// <param name="Number">Tells this change of a message apart from every other one of its kind.</param>
/// <param name="At">When it is due.</param>
/// <param name="Reason">Why.</param>
public sealed record RewriteMark(long Number, Instant At, ChangeReason Reason);
