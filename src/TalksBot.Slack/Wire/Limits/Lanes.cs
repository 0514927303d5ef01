namespace TalksBot.Slack.Wire.Limits;

/// <summary>Finds a call's lane and gives a new one its paces (slack.md §5).</summary>
internal sealed class Lanes(SlackWireOptions options)
{
    private const int FewestToSweep = 64;

    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    private readonly Dictionary<LaneKey, Lane> _lanes = [];
    private readonly Pace _posts = new(options.PostsPerMinute, _minute);
    private int _sweepAt = FewestToSweep;

    /// <summary>How many are remembered.</summary>
    public int Count => _lanes.Count;

    public Lane For(LaneKey key, Tier tier, TimeSpan now)
    {
        Sweep(now);
        if (!_lanes.TryGetValue(key, out var lane))
        {
            _lanes[key] = lane = new(key, PacesOf(tier));
        }

        return lane;
    }

    /// <summary>Lanes somebody waits in, the most pressing first.</summary>
    public IEnumerable<Lane> Waiting() =>
        [.. _lanes.Values.Where(lane => lane.Next is not null).OrderBy(lane => lane.Next!, Comparer<Turn>.Create(Turn.Order))];

    // A tenth of the minute's calls in a tenth of a minute lets small bursts pass at once, and can exceed neither a
    // minute's count wherever Slack begins its minute, nor a bucket that holds as little as that tenth.
    private List<Pace> PacesOf(Tier tier) => tier switch
    {
        Tier.Free => [],
        Tier.Posting when options.PostsPerMinute == 0 => [new(1, options.ChannelPostGap)],
        Tier.Posting => [new(1, options.ChannelPostGap), _posts],
        _ => [new((int)tier / 10, _minute / 10)],
    };

    private void Sweep(TimeSpan now)
    {
        if (_lanes.Count < _sweepAt)
        {
            return;
        }

        foreach (var lane in _lanes.Values.Where(lane => lane.IsForgettable(now)).ToList())
        {
            _lanes.Remove(lane.Key);
        }

        _sweepAt = Math.Max(FewestToSweep, _lanes.Count * 2);
    }
}
