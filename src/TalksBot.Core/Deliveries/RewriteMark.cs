namespace TalksBot.Core.Deliveries;

/// <summary>Who changes messages already posted, and when.</summary>
/// <param name="Number">Tells this change of a message apart from every other one.</param>
/// <param name="At">When it is due.</param>
/// <param name="Priority">Its place in the queue.</param>
public sealed record RewriteMark(long Number, Instant At, WirePriority Priority);
