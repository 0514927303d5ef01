using TalksBot.Slack.Wire.Api;

namespace TalksBot.Slack.Wire.Limits;

/// <summary>Decides when each call goes: as early as Slack's published limits and its own answers allow (slack.md §5).</summary>
internal sealed class RateLimiter : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TimeSpan> _blocked = new(StringComparer.Ordinal);
    private readonly CrowdedMethod _crowded = new();
    private readonly TripTime _trips = new();
    private readonly Lanes _lanes;
    private readonly TimeSpan _patience;
    private readonly TimeProvider _time;
    private readonly ITimer _alarm;
    private readonly long _start;
    private long _number;

    public RateLimiter(SlackWireOptions options, TimeProvider time)
    {
        (_lanes, _patience, _time, _start) = (new(options), options.Patience, time, time.GetTimestamp());
        _alarm = time.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private TimeSpan Now => _time.GetElapsedTime(_start);

    /// <summary>Draws a number; the order of drawing is the order of sending within a lane and a priority.</summary>
    public Turn Queue(LaneKey key, Tier tier, int priority) =>
        new(key, tier, priority, Interlocked.Increment(ref _number));

    /// <summary>Ends when the call may be sent (null), or at once when Slack wants nothing for longer than the patience.</summary>
    public async Task<RateLimited?> WaitAsync(Turn turn, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            turn.WaitAnew();
            _lanes.For(turn.Key, turn.Tier, Now).Add(turn);
            Let(Now);
        }

        await using var cancelling = cancellationToken.Register(() => Leave(turn, cancellationToken));
        return await turn.Come;
    }

    /// <summary>Tells what the answer said; null when nothing was sent. Must follow every turn that came.</summary>
    /// <returns>The wait that is kept, no less than was asked for; null when nothing asks to wait.</returns>
    public TimeSpan? Finish(Turn turn, LimitReading? reading)
    {
        TimeSpan? kept = null;
        lock (_gate)
        {
            var now = Now;
            var lane = turn.Lane!;
            turn.Lane = null;
            if (reading is { } read)
            {
                kept = Learn(lane, read, now);
                turn.Refusals = lane.Refusals.InARow;
            }
            else
            {
                lane.GiveUnused();
            }

            Let(now);
            return kept;
        }
    }

    public void Dispose() => _alarm.Dispose();

    private TimeSpan? Learn(Lane lane, LimitReading reading, TimeSpan now)
    {
        if (reading.Trip is { } trip)
        {
            _trips.Learn(trip);
        }

        lane.Give(now, reading.Trip is null ? TimeSpan.Zero : _trips.Credit);
        if (reading.Wait is not { } asked)
        {
            Calm(lane, reading);
            return null;
        }

        var wait = lane.Refusals.After(asked, now);
        if (reading.WholeMethod && (lane.Key.Channel.Length == 0 || _crowded.Add(lane.Key.Channel, now)))
        {
            _blocked[lane.Key.Method] = Later(_blocked.GetValueOrDefault(lane.Key.Method), now + wait);
        }
        else
        {
            lane.Block(now + wait);
        }

        return wait;
    }

    private static void Calm(Lane lane, LimitReading reading)
    {
        if (reading.Answered)
        {
            lane.Refusals.End();
        }
    }

    private void Ring()
    {
        lock (_gate)
        {
            Let(Now);
        }
    }

    private void Leave(Turn turn, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            turn.Lane?.Remove(turn);
            turn.Cancel(cancellationToken);
        }
    }

    // Lets go whatever may go, the most pressing first, and sets the alarm for the next moment something may.
    private void Let(TimeSpan now)
    {
        var wake = TimeSpan.MaxValue;
        foreach (var lane in _lanes.Waiting())
        {
            var blocked = BlockedUntil(lane);
            if (blocked - now > _patience)
            {
                Deny(lane, blocked - now);
                continue;
            }

            while (lane.Next is { } turn && ReadyAt(lane, now) <= now)
            {
                Go(lane, turn);
            }

            if (lane.Next is not null && ReadyAt(lane, now) is var ready && ready < wake)
            {
                wake = ready;
            }
        }

        if (wake != TimeSpan.MaxValue)
        {
            _alarm.Change(TimeSpan.FromMilliseconds(Math.Ceiling((wake - now).TotalMilliseconds)), Timeout.InfiniteTimeSpan);
        }
    }

    private TimeSpan ReadyAt(Lane lane, TimeSpan now) => Later(BlockedUntil(lane), lane.ReadyAt(now));

    private TimeSpan BlockedUntil(Lane lane) => Later(_blocked.GetValueOrDefault(lane.Key.Method), lane.BlockedUntil);

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static void Deny(Lane lane, TimeSpan wait)
    {
        while (lane.Next is { } turn)
        {
            lane.Remove(turn);
            turn.Deny(new(wait));
        }
    }

    private static void Go(Lane lane, Turn turn)
    {
        lane.Remove(turn);
        lane.Take();
        turn.Grant();
    }
}

/// <summary>What one answer says about limits.</summary>
/// <param name="Trip">From the first byte of the request to the answer; null when none came.</param>
/// <param name="Wait">How long Slack wants no more, null when it does not mind.</param>
/// <param name="WholeMethod">The wait holds for the method over all channels, as with HTTP 429 (slack.md §5), unless channels are counted.</param>
/// <param name="Answered">Somebody answered, whatever they said.</param>
internal readonly record struct LimitReading(TimeSpan? Trip, TimeSpan? Wait = null, bool WholeMethod = false, bool Answered = false);
