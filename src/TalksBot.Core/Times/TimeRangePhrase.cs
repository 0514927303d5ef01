using TalksBot.Core.Times.Phrases;

namespace TalksBot.Core.Times;

/// <summary>A start and an end as people type them together: <c>29 Nov 14:00-16:00</c>, <c>2-4pm tomorrow</c>.</summary>
public static class TimeRangePhrase
{
    private const int MostReadings = 6;

    /// <summary>Reads any text as a start and an end; null when it is no two times, and <see cref="TimePhrase"/> may read it as one.</summary>
    public static TimeRangeReading? Read(string text, TimeContext context)
    {
        if (PhraseReading.Fault(text) is not null || PhraseSyntax.Read(text, context.Clocks) is { Fault: null, Offset: not null }
            || RangeSyntax.Find(text, context.Clocks) is not { } range)
        {
            return null;
        }

        if (range.Spoken is not null)
        {
            return Refused($"{Quotation.Of(range.Text)} could be one time or two; write the minutes of both.", Pairs(range, context), context);
        }

        return new PhraseResolution(range.Start, context).Answer() switch
        {
            PhraseAnswer.Found start => Ended(range, start, context),
            PhraseAnswer.Asked asked => Refused(asked.Why, Pairs(range, context), context),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Words that are read as exactly this start and end.</summary>
    public static string Write(CivilTime start, CivilTime end) => $"{TimeWording.Full(start)} - {TimeWording.Full(end)}";

    private static TimeRangeReading Ended(PhraseRange range, PhraseAnswer.Found start, TimeContext context) => RangeAnswer.End(range, start.Time, context) switch
    {
        PhraseAnswer.Found end => new TimeRangeReading.Understood(start.Time, end.Time, start.Note, end.Note),
        PhraseAnswer.Asked asked => Refused(asked.Why, asked.Candidates.Select(end => (start.Time, end)), context),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IEnumerable<(CivilTime Start, CivilTime End)> Pairs(PhraseRange range, TimeContext context) =>
        from start in RangeAnswer.Times(new PhraseResolution(range.Start, context).Answer())
        from end in RangeAnswer.Times(RangeAnswer.End(range, start, context))
        select (start, end);

    private static TimeRangeReading.Refused Refused(string why, IEnumerable<(CivilTime Start, CivilTime End)> pairs, TimeContext context) => new(
        why,
        [
            .. pairs.Select(pair => new TimeRangeOption(Write(pair.Start, pair.End), pair.Start, pair.End))
                .DistinctBy(option => option.Typed, StringComparer.Ordinal)
                .Where(option => Read(option.Typed, context) is TimeRangeReading.Understood same
                    && same.Start.ToInstant() == option.Start.ToInstant() && same.End.ToInstant() == option.End.ToInstant())
                .Take(MostReadings),
        ]);
}

/// <summary>One reading of an unclear start and end, to offer as a button.</summary>
/// <param name="Typed">Words that, typed instead in the same context, are understood as exactly these.</param>
/// <param name="Start">The start.</param>
/// <param name="End">The end.</param>
public sealed record TimeRangeOption(string Typed, CivilTime Start, CivilTime End);

/// <summary>What a start and an end typed together turned out to be. A closed set: understood or refused.</summary>
public abstract record TimeRangeReading
{
    private TimeRangeReading()
    {
    }

    /// <summary>One start and one end after it.</summary>
    /// <param name="Start">The start.</param>
    /// <param name="End">The end.</param>
    /// <param name="StartNote">What was inferred of the start, as a clause; null when nothing was.</param>
    /// <param name="EndNote">What was inferred of the end, as a clause; null when nothing was.</param>
    public sealed record Understood(CivilTime Start, CivilTime End, string? StartNote, string? EndNote) : TimeRangeReading;

    /// <summary>Not clear.</summary>
    /// <param name="Why">One sentence.</param>
    /// <param name="Readings">What may have been meant; perhaps empty.</param>
    public sealed record Refused(string Why, IReadOnlyList<TimeRangeOption> Readings) : TimeRangeReading;
}
