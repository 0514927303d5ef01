namespace TalksBot.Core.Times.Phrases;

/// <summary>What "in 90m" and "+36h" come to.</summary>
internal static class AmountAnswer
{
    public static PhraseAnswer Of(Amount amount, PhraseParts parts, TimeContext context)
    {
        if (parts.HasDate || parts.Clock is not null || parts.DayPart is not null)
        {
            return Refuse($"{Quotation.Of(amount.Text)} is a span beside a time; give one of them.");
        }

        if (Fault(amount, context) is { } fault)
        {
            return Refuse(fault);
        }

        if (ZoneChoice.Of(parts, context) is not { Question: null, Options: [var zone] })
        {
            return Refuse("That span names a zone that is not clear; leave the zone out.");
        }

        if (amount.From == AmountFrom.Unsaid)
        {
            return Unsaid(amount, zone.Zone, context);
        }

        var moved = amount.From is AmountFrom.MovedTime or AmountFrom.BackFromMovedTime;
        var back = amount.From is AmountFrom.BackFromNow or AmountFrom.BackFromMovedTime;
        return Shifted(moved ? context.Origin! : Now(context, zone.Zone, back, amount.Span), amount, back);
    }

    /// <summary>The time a span before or after another, counted on the calendar where it is in days.</summary>
    public static PhraseAnswer Shifted(CivilTime start, Amount amount, bool back)
    {
        if (amount.Months > 0)
        {
            return OnCalendar(start, amount, back);
        }

        var elapsed = start.Plus(back ? -amount.Span : amount.Span);
        if (elapsed.Local.Year is < DateChoice.FirstYear or > DateChoice.LastYear)
        {
            return Refuse($"Only the years {DateChoice.FirstYear} to {DateChoice.LastYear} can be used.");
        }

        var sameClock = amount.On(start.Local, back);
        if (!amount.WholeDays || elapsed.Local == sameClock)
        {
            return new PhraseAnswer.Found(elapsed, Note: null);
        }

        var onClock = CivilTime.At(start.Zone.AtLeniently(sameClock).ToInstant(), start.Zone);
        return new PhraseAnswer.Asked("Clocks change in that span, so the same time of day is not a whole number of 24 hours away.", [onClock, elapsed]);
    }

    /// <summary>What is to come is told as the span that was typed, not as a minute less; what is past stays past. Either falls on
    /// a whole minute, as clocks show it, unless the span counts seconds.</summary>
    public static CivilTime Now(TimeContext context, DateTimeZone zone, bool back, Duration span)
    {
        var step = span.BclCompatibleTicks % NodaConstants.TicksPerMinute == 0 ? NodaConstants.TicksPerMinute : NodaConstants.TicksPerSecond;
        var past = context.Now.ToUnixTimeTicks() % step;
        var floor = context.Now - Duration.FromTicks(past < 0 ? past + step : past);
        return CivilTime.At(!back && floor < context.Now ? floor + Duration.FromTicks(step) : floor, zone);
    }

    // A span alone counts from the start that an end belongs to; when something is moved, or nothing is, it is asked.
    private static PhraseAnswer Unsaid(Amount amount, DateTimeZone zone, TimeContext context)
    {
        if (context.Start is { } start)
        {
            return Shifted(start, amount, back: false);
        }

        CivilTime?[] origins = [context.Origin, Now(context, zone, back: false, amount.Span)];
        var times = origins.OfType<CivilTime>().SelectMany(origin => Times(Shifted(origin, amount, back: false))).ToArray();
        var why = context.Origin is null ? "write \"in\" before it to count from now." : "write + before it to count from the old time, \"in\" to count from now.";
        return new PhraseAnswer.Asked($"{Quotation.Of(amount.Text)} is a span; {why}", times);
    }

    private static PhraseAnswer OnCalendar(CivilTime start, Amount amount, bool back)
    {
        var local = amount.On(start.Local, back);
        var time = CivilTime.At(start.Zone.AtLeniently(local).ToInstant(), start.Zone);
        return local.Day == start.Local.Day || amount.Span != Duration.Zero
            ? new PhraseAnswer.Found(time, Note: null)
            : new PhraseAnswer.Asked("That month has no such day; name the date.", [time, time.Plus(Duration.FromDays(1))]);
    }

    private static string? Fault(Amount amount, TimeContext context)
    {
        if (amount.Span > AmountPart.Longest || amount.Months > 12 || (amount.Months > 0 && amount.Span > Duration.FromDays(31)))
        {
            return $"A span can be {DurationText.Write(AmountPart.Longest)} at most.";
        }

        return amount.From is AmountFrom.MovedTime or AmountFrom.BackFromMovedTime && context.Origin is null
            ? $"{Quotation.Of(amount.Text)} needs a time to move, and nothing is being moved; write \"in\" to count from now."
            : null;
    }

    private static IEnumerable<CivilTime> Times(PhraseAnswer answer) => answer switch
    {
        PhraseAnswer.Found found => [found.Time],
        PhraseAnswer.Asked asked => asked.Candidates,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static PhraseAnswer.Asked Refuse(string why) => new(why, []);
}
