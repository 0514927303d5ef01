namespace TalksBot.Core.Negotiations;

/// <summary>How the talks ended.</summary>
/// <param name="Kind">The ending.</param>
/// <param name="Line">One sentence for the record.</param>
/// <param name="At">When it was recorded.</param>
public sealed record Outcome(OutcomeKind Kind, string Line, Instant At);
