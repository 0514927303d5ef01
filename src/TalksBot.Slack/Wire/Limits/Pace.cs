namespace TalksBot.Slack.Wire.Limits;

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
