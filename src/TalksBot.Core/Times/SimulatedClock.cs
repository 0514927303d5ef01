namespace TalksBot.Core.Times;

/// <summary>One clock for NodaTime, timers and schedulers that stands wherever it is put and moves only when told.</summary>
/// <remarks>Timers fire on the thread that advances the clock, in due order, each while the clock stands at its own due moment. A
/// timer that is due at once fires on the thread pool, as a real one would, for nobody may be advancing. One thread at a time
/// should advance; everything else may be called from any thread.</remarks>
public sealed class SimulatedClock(Instant start) : TimeProvider, IClock
{
    private readonly Lock _lock = new();
    private readonly SortedSet<SimulatedTimer> _waiting = new(SimulatedTimer.ByDue);
    private Instant _now = start;
    private Duration _behind;
    private long _nextOrder;

    /// <summary>When the earliest waiting timer is due, or null when none waits.</summary>
    public Instant? NextTimer
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Min?.DueAt - _behind;
            }
        }
    }

    /// <inheritdoc />
    public override long TimestampFrequency => NodaConstants.TicksPerSecond;

    /// <summary>UTC, so that nothing depends on the machine.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc />
    public Instant GetCurrentInstant()
    {
        lock (_lock)
        {
            return _now - _behind;
        }
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => GetCurrentInstant().ToDateTimeOffset();

    /// <summary>The simulated time in ticks of 100 ns.</summary>
    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return _now.ToUnixTimeTicks();
        }
    }

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock on, firing what falls due up to and at the end; does nothing when it already stands there or beyond.</summary>
    public void AdvanceTo(Instant to)
    {
        while (TakeDue(to) is { } timer)
        {
            timer.Fire();
        }
    }

    /// <summary>Sets the clock back, as a time server does to one that was wrong: it shows earlier, while timers and measured spans go on as before.</summary>
    public void SetBack(Duration by)
    {
        lock (_lock)
        {
            _behind += by;
        }
    }

    /// <summary>Moves the clock on by a duration; zero or less does nothing.</summary>
    public void Advance(Duration duration) => AdvanceTo(GetCurrentInstant() + duration);

    /// <summary>Makes a timer wait afresh; a null wait stops it. False when it was disposed.</summary>
    internal bool Schedule(SimulatedTimer timer, TimeSpan? wait, TimeSpan? period)
    {
        lock (_lock)
        {
            if (timer.IsDisposed)
            {
                return false;
            }

            Wait(timer, wait is { } length ? _now + Duration.FromTimeSpan(length) : null, period);
        }

        if (wait == TimeSpan.Zero)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ => FireAtOnce(timer), null);
        }

        return true;
    }

    /// <summary>Ends a timer for good.</summary>
    internal void Remove(SimulatedTimer timer)
    {
        lock (_lock)
        {
            _waiting.Remove(timer);
            timer.End();
        }
    }

    private SimulatedTimer? TakeDue(Instant shown)
    {
        lock (_lock)
        {
            var to = shown + _behind;
            var timer = _waiting.Min;
            if (timer?.DueAt is not { } due || due > to)
            {
                _now = Instant.Max(_now, to);
                return null;
            }

            _now = Instant.Max(_now, due);
            Repeat(timer, due);
            return timer;
        }
    }

    // An advance may have come first and fired it already; then it is no longer due.
    private void FireAtOnce(SimulatedTimer timer)
    {
        lock (_lock)
        {
            if (!_waiting.Contains(timer) || timer.DueAt is not { } due || due > _now)
            {
                return;
            }

            Repeat(timer, due);
        }

        timer.Fire();
    }

    private void Repeat(SimulatedTimer timer, Instant due) =>
        Wait(timer, timer.Period is { } period ? due + Duration.FromTimeSpan(period) : null, timer.Period);

    // The set is ordered by what is changed here, so the timer leaves it first.
    private void Wait(SimulatedTimer timer, Instant? dueAt, TimeSpan? period)
    {
        _waiting.Remove(timer);
        timer.Set(dueAt, period, _nextOrder++);
        if (dueAt is not null)
        {
            _waiting.Add(timer);
        }
    }
}

/// <summary>A NodaTime clock that shows what a time provider does, so one of them drives everything.</summary>
public sealed class TimeProviderClock(TimeProvider time) : IClock
{
    /// <inheritdoc />
    public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(time.GetUtcNow());
}
