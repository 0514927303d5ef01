namespace TalksBot.Core.Times.Phrases;

/// <summary>A zone the phrase may mean.</summary>
/// <param name="Zone">Where days are counted and clocks are read.</param>
/// <param name="Offset">The offset the phrase also fixes, or null.</param>
/// <param name="Abbreviation">The abbreviation that fixed it, upper case; null when it was not one.</param>
/// <param name="IsOffsetOnly">Whether the phrase gave an offset and no place, so that any clock with that offset will do.</param>
internal sealed record ZoneOption(DateTimeZone Zone, Offset? Offset = null, string? Abbreviation = null, bool IsOffsetOnly = false);
