namespace TalksBot.Wire;

/// <summary>
/// How long to wait before the next connection: nothing, then three times as long each time, with jitter. Only a connection that stayed
/// ends the series: one that is closed as soon as it is live is as good as none.
/// </summary>
/// <param name="pauses">The pauses themselves.</param>
/// <param name="random">Draws the jitter.</param>
internal sealed class Backoff(Pauses pauses, Random random)
{
    private int _attempts;
    private bool _silence;

    /// <summary>How long to wait now.</summary>
    public TimeSpan Next()
    {
        if (_attempts++ == 0)
        {
            return TimeSpan.Zero;
        }

        var full = pauses.First * Math.Pow(3, Math.Min(_attempts - 2, 10));
        var longest = _silence ? pauses.LongestSilence : pauses.Longest;
        return (full < longest ? full : longest) * (0.5 + (random.NextDouble() / 2));
    }

    /// <summary>A connection ended.</summary>
    /// <param name="liveFor">How long it lived after its hello; null when it never did.</param>
    /// <param name="wasSilent">Nobody answered at all, so trying costs nothing.</param>
    public void Settle(TimeSpan? liveFor, bool wasSilent)
    {
        _silence = wasSilent;
        if (liveFor >= pauses.HealthyAfter)
        {
            _attempts = 0;
        }
    }

    /// <summary>The platform asks for a longer pause: the next is at least as long as the third.</summary>
    public void Lengthen() => _attempts = Math.Max(_attempts, 3);
}

/// <summary>The pauses between connections.</summary>
/// <param name="First">The first after connections that did not stay; each further one is three times as long.</param>
/// <param name="Longest">The longest.</param>
/// <param name="LongestSilence">The longest while nobody answers at all.</param>
/// <param name="HealthyAfter">How long a connection has to stay before the next failure counts as the first.</param>
internal sealed record Pauses(TimeSpan First, TimeSpan Longest, TimeSpan LongestSilence, TimeSpan HealthyAfter);
