namespace TalksBot.Discord.Wire.Limits;

/// <summary>So many requests in any second, counted so that no route through the network can bunch them up.</summary>
/// <remarks>Moments are elapsed times of the limiter's own stopwatch.</remarks>
internal sealed class GlobalLimit(int perSecond)
{
    // The first trips pay for connections and cold code, and would promise more time than later ones take.
    private const int TripsToTrust = 100;

    private static readonly TimeSpan _second = TimeSpan.FromMilliseconds(1002);
    private static readonly TimeSpan _longestCredit = TimeSpan.FromMilliseconds(500);

    private readonly PriorityQueue<TimeSpan, TimeSpan> _cooling = new();
    private TimeSpan _fastestTrip = _longestCredit;
    private int _trips;
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
        _trips += trip is null ? 0 : 1;
        _fastestTrip = trip < _fastestTrip ? trip.Value : _fastestTrip;
        var free = now + _second - (trip is null || _trips <= TripsToTrust ? TimeSpan.Zero : _fastestTrip * 0.85);
        _cooling.Enqueue(free, free);
    }

    /// <summary>Frees the place of a request that was never sent.</summary>
    public void GiveUnused() => _onTheWay--;

    public void Block(TimeSpan until) => BlockedUntil = until > BlockedUntil ? until : BlockedUntil;

    private TimeSpan NothingCooling() => _cooling.Count == 0 ? TimeSpan.MaxValue : BlockedUntil;
}

/// <summary>Counts invalid answers, because Discord bans an address that collects too many (discord.md §10).</summary>
internal sealed class InvalidRequests(int ceiling)
{
    private static readonly TimeSpan _window = TimeSpan.FromMinutes(10);

    private readonly Queue<TimeSpan> _seen = new();

    public void Add(TimeSpan now) => _seen.Enqueue(now);

    /// <summary>How long nothing may be sent; zero normally.</summary>
    public TimeSpan Pause(TimeSpan now)
    {
        while (_seen.TryPeek(out var oldest) && oldest + _window <= now)
        {
            _seen.Dequeue();
        }

        return _seen.Count < ceiling ? TimeSpan.Zero : _seen.Peek() + _window - now;
    }
}
