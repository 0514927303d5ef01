namespace TalksBot.Slack.Wire.SocketMode;

/// <summary>
/// How long to wait before the next connection: nothing, then three times as long each time, with jitter. Only a connection that stayed
/// ends the series: one that is closed as soon as it is live is as good as none.
/// </summary>
internal sealed class Backoff(SocketOptions options, Random random)
{
    private int _attempts;
    private bool _silence;

    public TimeSpan Next()
    {
        if (_attempts++ == 0)
        {
            return TimeSpan.Zero;
        }

        var full = options.FirstPause * Math.Pow(3, Math.Min(_attempts - 2, 10));
        var longest = _silence ? options.LongestSilence : options.LongestPause;
        return (full < longest ? full : longest) * (0.5 + (random.NextDouble() / 2));
    }

    /// <summary>Takes note of how a connection ended.</summary>
    /// <param name="liveFor">How long it lived after its hello; null when it never did.</param>
    public void Settle(TimeSpan? liveFor)
    {
        _silence = false;
        if (liveFor >= options.HealthyAfter)
        {
            _attempts = 0;
        }
    }

    /// <summary>Nobody answered at all, so trying costs nothing.</summary>
    public void Silent() => _silence = true;
}
