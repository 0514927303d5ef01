namespace TalksBot.Slack.Tests.Commanding;

/// <summary>A clock on which everything but the date takes a tenth of its time: pauses meant to spare Slack would only make a test long.</summary>
internal sealed class HurriedTime : TimeProvider
{
    private const int Times = 10;

    public override long TimestampFrequency => base.TimestampFrequency / Times;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new HurriedTimer(base.CreateTimer(callback, state, Hurry(dueTime), Hurry(period)));

    private static TimeSpan Hurry(TimeSpan time) => time > TimeSpan.Zero ? time / Times : time;

    private sealed class HurriedTimer(ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Hurry(dueTime), Hurry(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
