namespace TalksBot.Slack.Wire.Limits;

/// <summary>A cautious measure of how long a request and its answer travel.</summary>
internal sealed class TripTime
{
    // The first trips pay for connections and cold code, and would promise more time than later ones take.
    private const int TripsToTrust = 60;

    private static readonly TimeSpan _longestCredit = TimeSpan.FromMilliseconds(500);

    private TimeSpan _fastest = _longestCredit;
    private int _trips;

    /// <summary>
    /// What may be deducted from a wait counted from an answer: Slack counted the request before its answer came, and
    /// counts the next one after it is sent. Without it every 50 ms of distance would cost a channel a twentieth.
    /// </summary>
    public TimeSpan Credit => _trips > TripsToTrust ? _fastest * 0.85 : TimeSpan.Zero;

    public void Learn(TimeSpan trip)
    {
        _trips += _trips > TripsToTrust ? 0 : 1;
        _fastest = trip < _fastest ? trip : _fastest;
    }
}
