namespace TalksBot.Core.Times.Zones;

/// <summary>A zone abbreviation with one meaning.</summary>
/// <param name="Letters">Upper case, such as EDT.</param>
/// <param name="Home">The zone it stands for when no nearer clock uses it.</param>
/// <param name="Offset">The offset it fixes, or null for those that mean either season (ET).</param>
internal sealed record Abbreviation(string Letters, DateTimeZone Home, Offset? Offset);
