namespace TalksBot.Discord.Tests.Commanding;

/// <summary>Every wait is over in a fraction of its time; what is measured agrees with it, and the date is the real one.</summary>
internal sealed class HastyTime : TimeProvider
{
    private readonly Lock _gate = new();
    private double _speed = 1;
    private long _changedAt = System.GetTimestamp();
    private long _stoodAt;

    /// <summary>How many seconds pass in one; waits already begun keep theirs.</summary>
    public double Speed
    {
        get => _speed;
        set
        {
            lock (_gate)
            {
                _stoodAt = Elapsed();
                _changedAt = System.GetTimestamp();
                _speed = value;
            }
        }
    }

    public override long TimestampFrequency => System.TimestampFrequency;

    public override long GetTimestamp()
    {
        lock (_gate)
        {
            return Elapsed();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Shorten(dueTime), Shorten(period));

    private long Elapsed() => _stoodAt + (long)((System.GetTimestamp() - _changedAt) * _speed);

    private TimeSpan Shorten(TimeSpan wait) => wait > TimeSpan.Zero ? wait / _speed : wait;
}
