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
