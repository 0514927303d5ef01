namespace TalksBot.Slack.Wire.Limits;

/// <summary>The calls that are counted together: the most pressing first, then first come first served.</summary>
/// <remarks>Moments are elapsed times of the limiter's own stopwatch.</remarks>
internal sealed class Lane(LaneKey key, IReadOnlyList<Pace> paces)
{
    private readonly SortedSet<Turn> _waiting = new(Comparer<Turn>.Create(Turn.Order));
    private TimeSpan _blockedUntil;

    public LaneKey Key { get; } = key;

    public Turn? Next => _waiting.Min;

    /// <summary>Refusals in a row.</summary>
    public Growth Refusals { get; } = new();

    /// <summary>How long Slack wants nothing from this lane.</summary>
    public TimeSpan BlockedUntil => _blockedUntil;

    public void Add(Turn turn)
    {
        _waiting.Add(turn);
        turn.Lane = this;
    }

    public void Remove(Turn turn) => _waiting.Remove(turn);

    public void Block(TimeSpan until) => _blockedUntil = until > _blockedUntil ? until : _blockedUntil;

    /// <summary>When every pace has a place.</summary>
    public TimeSpan ReadyAt(TimeSpan now) =>
        paces.Aggregate(_blockedUntil, (ready, pace) => pace.ReadyAt(now) is var next && next > ready ? next : ready);

    public void Take()
    {
        foreach (var pace in paces)
        {
            pace.Take();
        }
    }

    public void Give(TimeSpan now, TimeSpan credit)
    {
        foreach (var pace in paces)
        {
            pace.Give(now, credit);
        }
    }

    public void GiveUnused()
    {
        foreach (var pace in paces)
        {
            pace.GiveUnused();
        }
    }

    /// <summary>Nothing would be lost by forgetting it; its first pace is its own.</summary>
    public bool IsForgettable(TimeSpan now) =>
        _waiting.Count == 0 && _blockedUntil <= now && Refusals.IsOver(now) && (paces.Count == 0 || paces[0].IsIdle(now));
}
