namespace TalksBot.Core.Times;

/// <summary>One reading of an unclear time, to offer as a button.</summary>
/// <param name="Typed">Words that, typed instead in the same context, are understood as exactly <paramref name="Time"/>.</param>
/// <param name="Time">The time it means.</param>
public sealed record TimeOption(string Typed, CivilTime Time);
