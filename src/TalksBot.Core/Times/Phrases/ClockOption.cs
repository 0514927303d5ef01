namespace TalksBot.Core.Times.Phrases;

/// <summary>A time of day the phrase may mean.</summary>
/// <param name="Time">What the clock says.</param>
/// <param name="NextDay">Whether it belongs to the morning after the day named, as "tonight at 00:30" does.</param>
internal sealed record ClockOption(LocalTime Time, bool NextDay = false);
