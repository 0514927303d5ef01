namespace TalksBot.Discord.Wire.Limits;

/// <summary>So many requests in any second, counted so that no route through the network can bunch them up.</summary>
/// <remarks>Moments are elapsed times of the limiter's own stopwatch.</remarks>
internal sealed class GlobalLimit(int perSecond)
{
    private static readonly TimeSpan _second = TimeSpan.FromMilliseconds(1002);
    private static readonly TimeSpan _longestCredit = TimeSpan.FromMilliseconds(500);

    private readonly PriorityQueue<TimeSpan, TimeSpan> _cooling = new();
    private TimeSpan? _fastestTrip;
    private int _onTheWay;

    public TimeSpan BlockedUntil { get; private set; }

    /// <summary>When the next request may go: the past means now, the far future means after an answer.</summary>
    public TimeSpan ReadyAt(TimeSpan now)
    {
        while (_cooling.TryPeek(out var free, out _) && free <= now)
        {
            _cooling.Dequeue();
        }

        if (perSecond == 0 || _onTheWay + _cooling.Count < perSecond)
        {
            return BlockedUntil;
        }

        return _cooling.TryPeek(out var next, out _) && next > BlockedUntil ? next : NothingCooling();
    }

    public void Take() => _onTheWay++;

    /// <summary>Frees a place a second after Discord counted the request.</summary>
    /// <remarks>
    /// It was counted before its answer came, and the next is counted after it is sent: the time for both ways, of which
    /// the fastest trip so far is a cautious measure, is credited. Without it 100 ms of distance would cost a tenth.
    /// </remarks>
    public void Give(TimeSpan now, TimeSpan? trip)
    {
        _onTheWay--;
        _fastestTrip = trip is null || trip > _fastestTrip ? _fastestTrip : trip;
        var credit = trip is null ? TimeSpan.Zero : _fastestTrip!.Value * 0.75;
        var free = now + _second - (credit < _longestCredit ? credit : _longestCredit);
        _cooling.Enqueue(free, free);
    }

    /// <summary>Frees the place of a request that was never sent.</summary>
    public void GiveUnused() => _onTheWay--;

    public void Block(TimeSpan until) => BlockedUntil = until > BlockedUntil ? until : BlockedUntil;

    private TimeSpan NothingCooling() => _cooling.Count == 0 ? TimeSpan.MaxValue : BlockedUntil;
}
