using TalksBot.Slack.Wire;

namespace TalksBot.Slack.Tests.Posting;

/// <summary>Time that passes a hundred times as fast, so that a pace of one a second costs a test ten milliseconds.</summary>
internal sealed class HastyTime : TimeProvider
{
    private const int Times = 100;
    private static readonly TimeSpan Timeout = new SlackWireOptions { BotToken = new Secret("") }.Timeout;
    private readonly DateTimeOffset _began = System.GetUtcNow();
    private long _ahead;

    public override long TimestampFrequency => System.TimestampFrequency / Times;

    public override DateTimeOffset GetUtcNow() => _began + ((System.GetUtcNow() - _began) * Times);

    public override long GetTimestamp() => System.GetTimestamp() + Interlocked.Read(ref _ahead);

    /// <summary>So much has passed all at once; timers do not notice, but whoever looks does.</summary>
    public void Jump(TimeSpan by) => Interlocked.Add(ref _ahead, (long)(by.TotalSeconds * TimestampFrequency));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new HastyTimer(System.CreateTimer(callback, state, Shorter(dueTime), Shorter(period)));

    // The client's timeout has to outlast what it times, however slow this machine is.
    private static TimeSpan Shorter(TimeSpan wait) => wait > TimeSpan.Zero && wait != Timeout ? wait / Times : wait;

    private sealed class HastyTimer(ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Shorter(dueTime), Shorter(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
