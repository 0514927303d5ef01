using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Wire.Limits;

/// <summary>Finds a request's lane, and learns which routes share a bucket (discord.md §10).</summary>
internal sealed class Lanes
{
    private const int FewestToSweep = 64;

    private readonly Dictionary<LaneKey, Lane> _lanes = [];
    private readonly Dictionary<string, string> _buckets = new(StringComparer.Ordinal);
    private int _sweepAt = FewestToSweep;

    /// <summary>How many are remembered.</summary>
    public int Count => _lanes.Count;

    /// <summary>The lane of the route's bucket, or its own until the bucket is known.</summary>
    public Lane For(Route route, TimeSpan now)
    {
        Sweep(now);
        return At(new(_buckets.GetValueOrDefault(route.Key, route.Key), route.Major), route.ForInteraction);
    }

    /// <summary>Lanes that could send, the one with the oldest request first.</summary>
    public IEnumerable<Lane> Waiting() =>
        [.. _lanes.Values.Where(lane => !lane.Busy && lane.Next is not null).OrderBy(lane => lane.Next!.Number)];

    /// <summary>Notes the bucket an answer named and moves the route's requests there; answers the bucket's lane.</summary>
    public Lane Learn(Route route, Lane sentFrom, string? bucket)
    {
        if (bucket is null)
        {
            return sentFrom;
        }

        _buckets[route.Key] = bucket;
        var lane = At(new(bucket, route.Major), route.ForInteraction);
        if (lane != sentFrom)
        {
            foreach (var turn in sentFrom.TakeOut(route.Key))
            {
                lane.Add(turn);
            }
        }

        return lane;
    }

    private Lane At(LaneKey key, bool exempt)
    {
        if (!_lanes.TryGetValue(key, out var lane))
        {
            _lanes[key] = lane = new(key, exempt);
        }

        return lane;
    }

    // Every interaction brings a lane of its own, so those that have nothing left to say are forgotten.
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

/// <summary>A bucket, or a route whose bucket is not known yet, within one channel, guild or webhook.</summary>
internal readonly record struct LaneKey(string Bucket, string Major);

/// <summary>The requests of one bucket: one at a time, first come first served, as many as its window allows.</summary>
/// <remarks>Moments are elapsed times of the limiter's own stopwatch.</remarks>
internal sealed class Lane(LaneKey key, bool exempt)
{
    // Headers are rounded to the millisecond; windows of one bucket lie further apart than this.
    private static readonly TimeSpan _rounding = TimeSpan.FromMilliseconds(2);
    private const double SameWindowSeconds = 0.02;

    private readonly LinkedList<Turn> _waiting = [];
    private int _remaining = 1;
    private double? _window;
    private TimeSpan _resetAt;
    private TimeSpan _blockedUntil;

    public LaneKey Key { get; } = key;

    /// <summary>Not subject to the global limit.</summary>
    public bool Exempt { get; } = exempt;

    /// <summary>A request is on its way; the next would not know what is left.</summary>
    public bool Busy { get; set; }

    public Turn? Next => _waiting.First?.Value;

    /// <summary>Why it has to wait, should it have to.</summary>
    public LimitScope Scope { get; private set; } = LimitScope.Bucket;

    public TimeSpan ReadyAt => _remaining > 0 ? _blockedUntil : Later(_blockedUntil, _resetAt);

    public void Add(Turn turn)
    {
        var before = _waiting.Last;
        while (before is not null && before.Value.Number > turn.Number)
        {
            before = before.Previous;
        }

        _ = before is null ? _waiting.AddFirst(turn) : _waiting.AddAfter(before, turn);
        turn.Lane = this;
    }

    public void Remove(Turn turn) => _waiting.Remove(turn);

    /// <summary>Hands over those waiting for a route, in order.</summary>
    public IReadOnlyList<Turn> TakeOut(string route)
    {
        var moved = _waiting.Where(turn => string.Equals(turn.Route.Key, route, StringComparison.Ordinal)).ToList();
        moved.ForEach(turn => _waiting.Remove(turn));
        return moved;
    }

    /// <summary>Refusals in a row.</summary>
    public Growth Refusals { get; } = new(RateLimiter.FirstFloor);

    public bool IsForgettable(TimeSpan now) => !Busy && _waiting.Count == 0 && now >= Later(_blockedUntil, _resetAt) && Refusals.IsOver(now);

    public void Learn(RateLimitReading reading, TimeSpan now)
    {
        if (reading is { Remaining: { } remaining, ResetAfter: { } after })
        {
            Learn(remaining, now + after + _rounding, reading.Reset);
        }
    }

    public void Block(TimeSpan until, LimitScope scope)
    {
        _blockedUntil = Later(_blockedUntil, until + _rounding);
        Scope = scope;
    }

    // Each answer's reset lies too late by its own way home, so the earliest of a window is the closest.
    private void Learn(int remaining, TimeSpan resetAt, double? window)
    {
        if (window < _window - SameWindowSeconds)
        {
            return;
        }

        var same = window <= _window + SameWindowSeconds;
        _remaining = same ? Math.Min(_remaining, remaining) : remaining;
        _resetAt = same ? Earlier(_resetAt, resetAt) : resetAt;
        _window = window;
    }

    private static TimeSpan Later(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static TimeSpan Earlier(TimeSpan a, TimeSpan b) => a < b ? a : b;
}

/// <summary>A request's place in the queue, kept when it has to be sent again.</summary>
internal sealed class Turn(Route route, long number)
{
    private TaskCompletionSource<RateLimited?> _come = NewSource();

    public Route Route { get; } = route;

    /// <summary>The order in which requests were handed in.</summary>
    public long Number { get; } = number;

    /// <summary>How many refusals in a row its last was, over all requests of that limit; 0 for an answer that is none.</summary>
    public int Refusals { get; set; }

    /// <summary>Where it waits or is being sent, null outside.</summary>
    public Lane? Lane { get; set; }

    /// <summary>Null once it may be sent, a refusal when the wait would be too long.</summary>
    public Task<RateLimited?> Come => _come.Task;

    public void WaitAnew() => _come = NewSource();

    public void Grant() => _come.TrySetResult(null);

    public void Deny(RateLimited why) => _come.TrySetResult(why);

    public void Cancel(CancellationToken cancellationToken) => _come.TrySetCanceled(cancellationToken);

    // Continuations must not run inside the limiter's lock.
    private static TaskCompletionSource<RateLimited?> NewSource() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
