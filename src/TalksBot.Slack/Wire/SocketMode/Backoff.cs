namespace TalksBot.Slack.Wire.SocketMode;

/// <summary>How long to wait before the next connection: nothing, then twice as long each time up to a minute, with jitter.</summary>
internal sealed class Backoff(Random random)
{
    private static readonly TimeSpan _first = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(1);
    private int _attempts;

    public TimeSpan Next()
    {
        if (_attempts++ == 0)
        {
            return TimeSpan.Zero;
        }

        var full = _first * Math.Pow(2, Math.Min(_attempts - 2, 10));
        var capped = full < _longest ? full : _longest;
        return capped * (0.5 + (random.NextDouble() / 2));
    }

    /// <summary>A connection that lived long starts afresh; one that was merely live leaves a short pause.</summary>
    public void Settle(bool livedLong) => _attempts = livedLong ? 0 : Math.Min(_attempts, 1);
}
