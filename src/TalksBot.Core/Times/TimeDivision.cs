namespace TalksBot.Core.Times;

/// <summary>How words without quotes divide into a time and the rest. A closed set.</summary>
public abstract record TimeDivision
{
    private TimeDivision()
    {
    }

    /// <summary>In one way.</summary>
    /// <param name="Length">How many of the words are the time.</param>
    public sealed record Clear(int Length) : TimeDivision;

    /// <summary>In several, or in one that nobody may be sure of.</summary>
    /// <param name="Lengths">How many of the words may be the time, the most first.</param>
    /// <param name="Why">One sentence.</param>
    public sealed record Either(IReadOnlyList<int> Lengths, string Why) : TimeDivision;

    /// <summary>They begin with no time.</summary>
    public sealed record None : TimeDivision;
}
