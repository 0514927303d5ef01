namespace TalksBot.Core.Times;

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
