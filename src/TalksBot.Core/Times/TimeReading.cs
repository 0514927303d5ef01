namespace TalksBot.Core.Times;

/// <summary>What a typed time turned out to be. A closed set: understood or refused.</summary>
public abstract record TimeReading
{
    private TimeReading()
    {
    }

    /// <summary>One time and no other.</summary>
    /// <param name="Time">The time meant.</param>
    /// <param name="Note">What was inferred, as a clause without a full stop (<c>read as 23:59 because of "tonight"</c>); null when
    /// everything was said.</param>
    public sealed record Understood(CivilTime Time, string? Note) : TimeReading;

    /// <summary>No time, or more than one.</summary>
    /// <param name="Why">One sentence of at most 200 characters, with nothing invisible in it.</param>
    /// <param name="Readings">What may have been meant, soonest first, at most six; perhaps empty.</param>
    public sealed record Refused(string Why, IReadOnlyList<TimeOption> Readings) : TimeReading;
}
