namespace TalksBot.Core.Times;

/// <summary>One reading of an unclear start and end, to offer as a button.</summary>
/// <param name="Typed">Words that, typed instead in the same context, are understood as exactly these.</param>
/// <param name="Start">The start.</param>
/// <param name="End">The end.</param>
public sealed record TimeRangeOption(string Typed, CivilTime Start, CivilTime End);
