namespace TalksBot.Core.Times.Phrases;

/// <summary>What "in 90m" and "+36h" come to.</summary>
internal static class AmountAnswer
{
    public static PhraseAnswer Of(Amount amount, PhraseParts parts, TimeContext context)
    {
        if (parts.HasDate || parts.Clock is not null || parts.DayPart is not null)
        {
            return Refuse("Give either a time or a span, not both.");
        }

        if (amount.Span > AmountPart.Longest)
        {
            return Refuse($"A span can be {DurationText.Write(AmountPart.Longest)} at most.");
        }

        var moved = amount.From is AmountFrom.MovedTime or AmountFrom.BackFromMovedTime;
        if (moved && context.MovedFrom is null)
        {
            return Refuse($"{Quotation.Of(amount.Text)} needs a time to move, and nothing is being moved; write \"in\" to count from now.");
        }

        if (ZoneChoice.Of(parts, context) is not { Question: null, Options: [var zone] })
        {
            return Refuse("That span names a zone that is not clear; leave the zone out.");
        }

        var back = amount.From is AmountFrom.BackFromNow or AmountFrom.BackFromMovedTime;
        var start = moved ? context.MovedFrom! : CivilTime.At(WholeSecond(context.Now, up: !back), zone.Zone);
        return From(start, back ? -amount.Span : amount.Span, amount);
    }

    private static PhraseAnswer From(CivilTime start, Duration span, Amount amount)
    {
        var elapsed = start.Plus(span);
        if (elapsed.Local.Year is < DateChoice.FirstYear or > DateChoice.LastYear)
        {
            return Refuse($"Only the years {DateChoice.FirstYear} to {DateChoice.LastYear} can be used.");
        }

        if (amount.From == AmountFrom.Unsaid)
        {
            return new PhraseAnswer.Asked($"{Quotation.Of(amount.Text)} is a span; write \"in\" before it to count from now.", [elapsed]);
        }

        var sameClock = start.Local.PlusDays((int)span.TotalDays);
        if (!amount.WholeDays || elapsed.Local == sameClock)
        {
            return new PhraseAnswer.Found(elapsed, Note: null);
        }

        var onClock = CivilTime.At(start.Zone.AtLeniently(sameClock).ToInstant(), start.Zone);
        return new PhraseAnswer.Asked("Clocks change in that span, so the same time of day is not a whole number of 24 hours away.", [onClock, elapsed]);
    }

    /// <summary>What is to come is told as the span that was typed, not as a minute less; what is past stays past.</summary>
    private static Instant WholeSecond(Instant now, bool up)
    {
        var floor = Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        return up && floor < now ? floor + Duration.FromSeconds(1) : floor;
    }

    private static PhraseAnswer.Asked Refuse(string why) => new(why, []);
}
