namespace TalksBot.Core.Times.Phrases;

/// <summary>A span of time as written.</summary>
/// <param name="Span">How long, without the months.</param>
/// <param name="Months">Months and years, whose length the calendar decides.</param>
/// <param name="WholeDays">Whether it was written in days, weeks, months or years alone.</param>
/// <param name="Next">How many tokens on it ends.</param>
internal sealed record Measured(Duration Span, int Months, bool WholeDays, int Next);
