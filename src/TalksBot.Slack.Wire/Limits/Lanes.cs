using TalksBot.Slack.Wire.Api;

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

/// <summary>What is counted together: a method, and when posting the channel, which is empty otherwise.</summary>
internal readonly record struct LaneKey(string Method, string Channel);

/// <summary>The calls that are counted together: the most pressing first, then first come first served.</summary>
/// <remarks>Moments are elapsed times of the limiter's own stopwatch.</remarks>
internal sealed class Lane(LaneKey key, IReadOnlyList<Pace> paces)
{
    private readonly SortedSet<Turn> _waiting = new(Comparer<Turn>.Create(Turn.Order));
    private TimeSpan _blockedUntil;

    public LaneKey Key { get; } = key;

    public Turn? Next => _waiting.Min;

    /// <summary>Refusals in a row.</summary>
    public Growth Refusals { get; } = new(TimeSpan.FromSeconds(0.5));

    /// <summary>How long Slack wants nothing from this lane.</summary>
    public TimeSpan BlockedUntil => _blockedUntil;

    public void Add(Turn turn)
    {
        _waiting.Add(turn);
        turn.Lane = this;
    }

    public void Remove(Turn turn) => _waiting.Remove(turn);

    public void Block(TimeSpan until) => _blockedUntil = until > _blockedUntil ? until : _blockedUntil;

    /// <summary>When every pace has a place.</summary>
    public TimeSpan ReadyAt(TimeSpan now) =>
        paces.Aggregate(_blockedUntil, (ready, pace) => pace.ReadyAt(now) is var next && next > ready ? next : ready);

    public void Take()
    {
        foreach (var pace in paces)
        {
            pace.Take();
        }
    }

    public void Give(TimeSpan now, TimeSpan credit)
    {
        foreach (var pace in paces)
        {
            pace.Give(now, credit);
        }
    }

    public void GiveUnused()
    {
        foreach (var pace in paces)
        {
            pace.GiveUnused();
        }
    }

    /// <summary>Nothing would be lost by forgetting it; its first pace is its own.</summary>
    public bool IsForgettable(TimeSpan now) =>
        _waiting.Count == 0 && _blockedUntil <= now && Refusals.IsOver(now) && (paces.Count == 0 || paces[0].IsIdle(now));
}

/// <summary>A call's place in the queue, kept when it has to be sent again.</summary>
internal sealed class Turn(LaneKey key, Tier tier, int priority, long number)
{
    private TaskCompletionSource<RateLimited?> _come = NewSource();

    public LaneKey Key { get; } = key;

    public Tier Tier { get; } = tier;

    /// <summary>The order in which calls were handed in.</summary>
    public long Number { get; } = number;

    /// <summary>How many refusals in a row its last was, over all calls of that limit; 0 for an answer that is none.</summary>
    public int Refusals { get; set; }

    /// <summary>Where it waits or is being sent, null outside.</summary>
    public Lane? Lane { get; set; }

    /// <summary>Null once it may be sent, a refusal when the wait would be too long.</summary>
    public Task<RateLimited?> Come => _come.Task;

    private int Priority { get; } = priority;

    /// <summary>Lower priorities go first, and among equals whoever came first.</summary>
    public static int Order(Turn one, Turn other) =>
        one.Priority != other.Priority
            ? one.Priority.CompareTo(other.Priority)
            : one.Number.CompareTo(other.Number);

    public void WaitAnew() => _come = NewSource();

    public void Grant() => _come.TrySetResult(null);

    public void Deny(RateLimited why) => _come.TrySetResult(why);

    public void Cancel(CancellationToken cancellationToken) => _come.TrySetCanceled(cancellationToken);

    // Continuations must not run inside the limiter's lock.
    private static TaskCompletionSource<RateLimited?> NewSource() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
