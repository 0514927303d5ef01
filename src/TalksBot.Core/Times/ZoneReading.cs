namespace TalksBot.Core.Times;

/// <summary>What a typed place or zone turned out to be. A closed set: known, ambiguous or unknown.</summary>
public abstract record ZoneReading
{
    private ZoneReading()
    {
    }

    /// <summary>One zone and no other.</summary>
    /// <param name="Clock">The zone, named as typed when it would not name itself so.</param>
    public sealed record Known(WallClock Clock) : ZoneReading
    {
        /// <summary>The offset the words also fix (EDT is -04:00 in any month), or null when the zone decides.</summary>
        public Offset? Offset { get; init; }
    }

    /// <summary>Words used for several zones.</summary>
    /// <param name="Why">One sentence to show.</param>
    /// <param name="Options">The zones it could be, at least two.</param>
    public sealed record Ambiguous(string Why, IReadOnlyList<WallClock> Options) : ZoneReading;

    /// <summary>No zone at all.</summary>
    /// <param name="Why">One sentence to show.</param>
    /// <param name="Suggestions">Names spelt nearly so, nearest first, each of them readable; perhaps empty.</param>
    public sealed record Unknown(string Why, IReadOnlyList<string> Suggestions) : ZoneReading;
}
