namespace TalksBot.Storage.Nodes;

/// <summary>
/// The database's clock, by which all nodes go: what is due, and for how long something is leased. Between two looks at it time passes as the
/// machine counts it, not as its clock is set, so that neither a clock that is wrong nor one that jumps makes anything early or late.
/// </summary>
public sealed class DatabaseClock : TimeProvider, IClock
{
    /// <summary>A look that took longer than this says little, while a better one is this recent.</summary>
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private DateTimeOffset _at = System.GetUtcNow();
    private long _seen = System.GetTimestamp();
    private TimeSpan _trip = TimeSpan.MaxValue;

    /// <summary>How far this machine's own clock is ahead of the database's.</summary>
    public Duration Ahead => Duration.FromTimeSpan(System.GetUtcNow() - GetUtcNow());

    /// <summary>The database's clock was looked at.</summary>
    /// <param name="at">What it said.</param>
    /// <param name="asked">When it was asked, as this machine counts.</param>
    /// <param name="answered">When the answer came.</param>
    public void Look(Instant at, long asked, long answered)
    {
        var trip = System.GetElapsedTime(asked, answered);
        lock (_lock)
        {
            if (trip <= _trip || System.GetElapsedTime(_seen, answered) > GoodFor)
            {
                (_at, _seen, _trip) = (at.ToDateTimeOffset() + (trip / 2), answered, trip);
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _at + System.GetElapsedTime(_seen);
        }
    }

    /// <inheritdoc/>
    public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(GetUtcNow());
}
