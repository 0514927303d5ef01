namespace TalksBot.Slack.Tests.Posting;

/// <summary>Time that passes a hundred times as fast, so that a pace of one a second costs a test ten milliseconds.</summary>
internal sealed class HastyTime : TimeProvider
{
    private const int Times = 100;
    private readonly DateTimeOffset _began = System.GetUtcNow();

    public override long TimestampFrequency => System.TimestampFrequency / Times;

    public override DateTimeOffset GetUtcNow() => _began + ((System.GetUtcNow() - _began) * Times);

    public override long GetTimestamp() => System.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Shorter(dueTime), Shorter(period));

    // A timeout has to outlast what it times, however slow this machine is, so only short waits are cut.
    private static TimeSpan Shorter(TimeSpan wait) => wait > TimeSpan.Zero && wait < TimeSpan.FromSeconds(10) ? wait / Times : wait;
}
