namespace TalksBot.Simulators.Slack.Web;

/// <summary>A bucket of permits that refills steadily up to the burst.</summary>
internal sealed class PaceBucket(Pace pace)
{
    private double _permits = pace.Burst;
    private Instant _at = Instant.MinValue;

    /// <summary>Zero when a permit is there; otherwise how long until the next one.</summary>
    public Duration Wait(Instant now)
    {
        if (_at == Instant.MinValue)
        {
            _at = now;
        }

        var perSecond = pace.Requests / pace.Per.TotalSeconds;
        _permits = Math.Min(pace.Burst, _permits + ((now - _at).TotalSeconds * perSecond));
        _at = now;
        return _permits >= 1 - 1e-9 ? Duration.Zero : Duration.FromSeconds((1 - _permits) / perSecond);
    }

    public void Take() => _permits--;
}
