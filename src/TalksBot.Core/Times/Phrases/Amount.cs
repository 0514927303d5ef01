namespace TalksBot.Core.Times.Phrases;

/// <summary>A span of time counted from somewhere.</summary>
/// <param name="Span">How long, never negative; without the months.</param>
/// <param name="WholeDays">Whether it was typed in days, weeks, months or years alone, which people also count on the calendar.</param>
/// <param name="From">What it counts from, and which way.</param>
/// <param name="Text">As typed.</param>
internal sealed record Amount(Duration Span, bool WholeDays, AmountFrom From, string Text)
{
    /// <summary>Months and years, whose length the calendar decides.</summary>
    public int Months { get; init; }

    /// <summary>The local time that far on, or back.</summary>
    public LocalDateTime On(LocalDateTime from, bool back) =>
        from.PlusMonths(back ? -Months : Months).PlusDays((back ? -1 : 1) * (int)Span.TotalDays);
}
