namespace TalksBot.Core.Updates;

/// <summary>How an update read before a correction.</summary>
/// <param name="Text">The words that were wrong.</param>
/// <param name="Attribution">Whom they were attributed to.</param>
/// <param name="CorrectedAt">When they were corrected.</param>
/// <param name="CorrectedBy">Who corrected them.</param>
public sealed record Revision(string Text, string Attribution, Instant CorrectedAt, string CorrectedBy);
