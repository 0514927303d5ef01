namespace TalksBot.Core.Times;

/// <summary>A timer on a <see cref="SimulatedClock"/>, whose lock guards what it is set to.</summary>
internal sealed class SimulatedTimer(SimulatedClock clock, Action callback) : ITimer
{
    // What real timers accept: about 49 days.
    private static readonly TimeSpan _longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private long _order;
    private volatile bool _disposed;

    /// <summary>Earliest first, and among equals the one set first.</summary>
    public static Comparer<SimulatedTimer> ByDue { get; } = Comparer<SimulatedTimer>.Create((one, other) =>
        (one.DueAt, one._order).CompareTo((other.DueAt, other._order)));

    /// <summary>When it fires next, or null while stopped.</summary>
    public Instant? DueAt { get; private set; }

    /// <summary>How long after that again, or null for once.</summary>
    public TimeSpan? Period { get; private set; }

    /// <summary>Whether it was disposed, and so never fires again.</summary>
    public bool IsDisposed => _disposed;

    /// <inheritdoc />
    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        RefuseBeyondRange(dueTime);
        RefuseBeyondRange(period);
        return clock.Schedule(this, Finite(dueTime), period == TimeSpan.Zero ? null : Finite(period));
    }

    /// <inheritdoc />
    public void Dispose() => clock.Remove(this);

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Calls back, unless disposed meanwhile.</summary>
    public void Fire()
    {
        if (!_disposed)
        {
            callback();
        }
    }

    /// <summary>For the clock alone, under its lock.</summary>
    public void Set(Instant? dueAt, TimeSpan? period, long order) => (DueAt, Period, _order) = (dueAt, period, order);

    /// <summary>For the clock alone, under its lock: ends the timer for good.</summary>
    public void End() => _disposed = true;

    private static void RefuseBeyondRange(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, Timeout.InfiniteTimeSpan);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, _longest);
    }

    private static TimeSpan? Finite(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? null : time;
}
