namespace TalksBot.Core.Updates;

/// <summary>That the desk withdrew an update.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who did.</param>
/// <param name="Reason">Why, as it is told.</param>
public sealed record Killing(Instant At, string By, string Reason);
