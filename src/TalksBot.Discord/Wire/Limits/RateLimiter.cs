using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Wire.Limits;

/// <summary>Decides when each request goes: as early as Discord's own answers allow, and in order within a bucket.</summary>
internal sealed class RateLimiter : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Lanes _lanes = new();
    private readonly GlobalLimit _global;
    private readonly InvalidRequests _invalid;
    private readonly DiscordWireOptions _options;
    private readonly TimeProvider _time;
    private readonly ITimer _alarm;
    private readonly long _start;
    private long _number;

    public RateLimiter(DiscordWireOptions options, TimeProvider time)
    {
        (_options, _time, _start) = (options, time, time.GetTimestamp());
        _global = new(options.GlobalPerSecond);
        _invalid = new(options.InvalidRequestCeiling);
        _alarm = time.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private TimeSpan Now => _time.GetElapsedTime(_start);

    /// <summary>Draws a number; the order of drawing is the order of sending within a bucket.</summary>
    public Turn Queue(Route route) => new(route, Interlocked.Increment(ref _number));

    /// <summary>Ends when the request may be sent (null), or at once when a limit would outlast the patience.</summary>
    public async Task<RateLimited?> WaitAsync(Turn turn, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            turn.WaitAnew();
            _lanes.For(turn.Route, Now).Add(turn);
            Let(Now);
        }

        await using var cancelling = cancellationToken.Register(() => Leave(turn, cancellationToken));
        return await turn.Come;
    }

    /// <summary>Tells what the answer said; null when nothing was sent. Must follow every turn that came.</summary>
    public void Finish(Turn turn, RateLimitReading? reading)
    {
        lock (_gate)
        {
            var now = Now;
            var lane = turn.Lane!;
            (lane.Busy, turn.Lane) = (false, null);
            Release(lane, reading, now);
            if (reading is not null)
            {
                Learn(_lanes.Learn(turn.Route, lane, reading.Bucket), reading, now);
            }

            Let(now);
        }
    }

    /// <summary>Waits out a refusal that is about one request alone; all others are waited for in the queue.</summary>
    public Task SitOutAsync(RateLimited limited, CancellationToken cancellationToken) =>
        limited.Scope == LimitScope.Request
            ? Task.Delay(limited.RetryAfter, _time, cancellationToken)
            : Task.CompletedTask;

    public void Dispose() => _alarm.Dispose();

    private void Release(Lane lane, RateLimitReading? reading, TimeSpan now)
    {
        if (lane.Exempt)
        {
            return;
        }

        if (reading is null)
        {
            _global.GiveUnused();
            return;
        }

        _global.Give(now, reading.RoundTrip);
    }

    private void Learn(Lane lane, RateLimitReading reading, TimeSpan now)
    {
        lane.Learn(reading, now);
        if (reading.Invalid)
        {
            _invalid.Add(now);
        }

        if (reading.Limited is not { Scope: not LimitScope.Request } limited)
        {
            return;
        }

        if (limited.Scope is LimitScope.Global or LimitScope.Edge && !lane.Exempt)
        {
            _global.Block(now + limited.RetryAfter);
            return;
        }

        lane.Block(now + limited.RetryAfter, limited.Scope);
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

    // Lets go whatever may go, oldest first, and sets the alarm for the next moment something may.
    private void Let(TimeSpan now)
    {
        var wake = TimeSpan.MaxValue;
        foreach (var lane in _lanes.Waiting())
        {
            if (DenyHopeless(lane, now))
            {
                continue;
            }

            var readyAt = ReadyAt(lane, now);
            if (readyAt <= now)
            {
                Go(lane);
                continue;
            }

            wake = readyAt < wake ? readyAt : wake;
        }

        if (wake != TimeSpan.MaxValue)
        {
            _alarm.Change(TimeSpan.FromMilliseconds(Math.Ceiling((wake - now).TotalMilliseconds)), Timeout.InfiniteTimeSpan);
        }
    }

    private TimeSpan ReadyAt(Lane lane, TimeSpan now)
    {
        if (lane.Exempt || lane.ReadyAt > now)
        {
            return lane.ReadyAt;
        }

        return _global.ReadyAt(now);
    }

    private bool DenyHopeless(Lane lane, TimeSpan now)
    {
        var pause = _invalid.Pause(now);
        var global = lane.Exempt ? TimeSpan.Zero : _global.BlockedUntil - now;
        var bucket = lane.ReadyAt - now;
        var (wait, scope) = pause > TimeSpan.Zero ? (pause, LimitScope.InvalidRequests)
            : bucket >= global ? (bucket, lane.Scope)
            : (global, LimitScope.Global);
        if (scope != LimitScope.InvalidRequests && wait <= _options.Patience)
        {
            return false;
        }

        while (lane.Next is { } turn)
        {
            lane.Remove(turn);
            turn.Deny(new(wait, scope));
        }

        return true;
    }

    private void Go(Lane lane)
    {
        var turn = lane.Next!;
        lane.Remove(turn);
        lane.Busy = true;
        if (!lane.Exempt)
        {
            _global.Take();
        }

        turn.Grant();
    }
}
