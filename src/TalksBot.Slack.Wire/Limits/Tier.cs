namespace TalksBot.Slack.Wire.Limits;

/// <summary>How often Slack lets a method be called, in calls a minute for each method and workspace (slack.md §5).</summary>
internal enum Tier
{
    /// <summary>Not counted by method: addresses that came with an interaction or a file.</summary>
    Free = 0,

    Two = 20,
    Three = 50,
    Four = 100,

    /// <summary>"Hundreds a minute", as for <c>auth.test</c>.</summary>
    Hundreds = 200,

    /// <summary>Counted by channel, and over all channels of the workspace.</summary>
    Posting = -1,
}

/// <summary>So many requests in any window of time, counted so that no route through the network can bunch them up.</summary>
/// <remarks>Moments are elapsed times of the limiter's own stopwatch.</remarks>
internal sealed class Pace(int count, TimeSpan window)
{
    // Timers and clocks are coarse; windows are kept this much longer.
    private static readonly TimeSpan _rounding = TimeSpan.FromMilliseconds(2);

    private readonly PriorityQueue<TimeSpan, TimeSpan> _cooling = new();
    private int _onTheWay;

    /// <summary>Nothing is on its way or cooling, so forgetting this forgets nothing.</summary>
    public bool IsIdle(TimeSpan now)
    {
        Forget(now);
        return _onTheWay == 0 && _cooling.Count == 0;
    }

    /// <summary>When the next request may go: the past means now, the far future means after an answer.</summary>
    public TimeSpan ReadyAt(TimeSpan now)
    {
        Forget(now);
        if (_onTheWay + _cooling.Count < count)
        {
            return TimeSpan.Zero;
        }

        return _cooling.TryPeek(out var next, out _) ? next : TimeSpan.MaxValue;
    }

    public void Take() => _onTheWay++;

    /// <summary>Frees a place one window after Slack counted the request, which was before its answer came.</summary>
    public void Give(TimeSpan now, TimeSpan credit)
    {
        _onTheWay--;
        var free = now + window + _rounding - credit;
        _cooling.Enqueue(free, free);
    }

    /// <summary>Frees the place of a request that was never sent.</summary>
    public void GiveUnused() => _onTheWay--;

    private void Forget(TimeSpan now)
    {
        while (_cooling.TryPeek(out var free, out _) && free <= now)
        {
            _cooling.Dequeue();
        }
    }
}

/// <summary>
/// Tells a channel's limit from the workspace's. Both come as the same 429 to a post (slack.md §5), so one is taken to hold its channel;
/// when several channels run into one within a short time, it is the workspace that is full.
/// </summary>
internal sealed class CrowdedMethod
{
    private const int Several = 3;

    private static readonly TimeSpan _together = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, TimeSpan> _lately = new(StringComparer.Ordinal);

    /// <summary>Takes a refusal in a channel; true when it is one of several.</summary>
    public bool Add(string channel, TimeSpan now)
    {
        foreach (var old in _lately.Where(refused => now - refused.Value > _together).Select(refused => refused.Key).ToList())
        {
            _lately.Remove(old);
        }

        _lately[channel] = now;
        return _lately.Count >= Several;
    }
}

/// <summary>A cautious measure of how long a request and its answer travel.</summary>
internal sealed class TripTime
{
    // The first trips pay for connections and cold code, and would promise more time than later ones take.
    private const int TripsToTrust = 60;

    private static readonly TimeSpan _longestCredit = TimeSpan.FromMilliseconds(500);

    private TimeSpan _fastest = _longestCredit;
    private int _trips;

    /// <summary>
    /// What may be deducted from a wait counted from an answer: Slack counted the request before its answer came, and
    /// counts the next one after it is sent. Without it every 50 ms of distance would cost a channel a twentieth.
    /// </summary>
    public TimeSpan Credit => _trips > TripsToTrust ? _fastest * 0.85 : TimeSpan.Zero;

    public void Learn(TimeSpan trip)
    {
        _trips += _trips > TripsToTrust ? 0 : 1;
        _fastest = trip < _fastest ? trip : _fastest;
    }
}
