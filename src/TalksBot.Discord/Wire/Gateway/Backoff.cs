namespace TalksBot.Discord.Wire.Gateway;

/// <summary>
/// How long to wait before the next connection: nothing, then three times as long each time, with jitter. Only a connection that stayed
/// ends the series: one that is closed as soon as it is live is as good as none.
/// </summary>
internal sealed class Backoff(GatewayOptions options, Random random)
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
    public void Settle(ConnectionEnd end)
    {
        _silence = end.WasSilent;
        if (end.LiveFor >= options.HealthyAfter)
        {
            _attempts = 0;
        }

        if (end.Next == NextStep.IdentifyLater)
        {
            _attempts = Math.Max(_attempts, 3);
        }
    }

    /// <summary>One to five seconds, Discord's older advice after an invalid session (discord.md §9).</summary>
    public TimeSpan Brief() => TimeSpan.FromSeconds(1 + (random.NextDouble() * 4));
}
