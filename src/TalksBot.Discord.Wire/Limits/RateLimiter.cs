using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Wire.Limits;

/// <summary>Decides when each request goes: as early as Discord's own answers allow, and in order within a bucket.</summary>
internal sealed class RateLimiter : IDisposable
{
    /// <summary>The least wait after a first refusal, whatever it asks for.</summary>
    public static readonly TimeSpan FirstFloor = TimeSpan.FromSeconds(0.25);

    private readonly Lock _gate = new();
    private readonly Lanes _lanes = new();
    private readonly GlobalLimit _global;
    private readonly InvalidRequests _invalid;
    private readonly DiscordWireOptions _options;
    private readonly TimeProvider _time;
    private readonly ITimer _alarm;
    private readonly long _start;
    private readonly Growth _globalRefusals = new(FirstFloor);
    private readonly Growth _edgeRefusals = new(FirstFloor);
    private TimeSpan _edgeUntil;
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
    /// <returns>The refusal by a limit, with the wait that is kept: no less than was asked for; null when it was none.</returns>
    public RateLimited? Finish(Turn turn, RateLimitReading? reading)
    {
        lock (_gate)
        {
            var now = Now;
            var lane = turn.Lane!;
            (lane.Busy, turn.Lane) = (false, null);
            Release(lane, reading, now);
            var learned = reading is null ? lane : _lanes.Learn(turn.Route, lane, reading.Bucket);
            var limited = reading is null ? null : Learn(learned, reading, now);
            turn.Refusals = limited is null ? 0 : RefusalsOf(learned, limited.Scope).InARow;
            Let(now);
            return limited;
        }
    }

    /// <summary>Tells what was answered to a request that waited for no turn; one that got past the edge opens it for all.</summary>
    public void Note(RateLimitReading reading)
    {
        lock (_gate)
        {
            if (reading.Invalid)
            {
                _invalid.Add(Now);
            }

            if (reading.Answered && reading.Limited?.Scope != LimitScope.Edge)
            {
                _edgeRefusals.End();
                _edgeUntil = TimeSpan.Zero;
            }

            Let(Now);
        }
    }

    /// <summary>How long not even a probe may be sent, lest Discord ban the address; zero normally.</summary>
    public TimeSpan Forbidden()
    {
        lock (_gate)
        {
            return _invalid.Pause(Now);
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

    private RateLimited? Learn(Lane lane, RateLimitReading reading, TimeSpan now)
    {
        lane.Learn(reading, now);
        if (reading.Invalid)
        {
            _invalid.Add(now);
        }

        if (reading.Limited is not { } limited)
        {
            Calm(lane, reading);
            return null;
        }

        var kept = limited with { RetryAfter = WaitOf(lane, limited, now) };
        switch (kept.Scope)
        {
            case LimitScope.Request:
                break;
            case LimitScope.Global when !lane.Exempt:
                _global.Block(now + kept.RetryAfter);
                break;
            case LimitScope.Edge when !lane.Exempt:
                _edgeUntil = Later(_edgeUntil, now + kept.RetryAfter);
                break;
            default:
                lane.Block(now + kept.RetryAfter, kept.Scope);
                break;
        }

        return kept;
    }

    // Many requests under way run into one wall together, and that is one refusal.
    private TimeSpan WaitOf(Lane lane, RateLimited limited, TimeSpan now) => limited.Scope switch
    {
        LimitScope.Global when now < _global.BlockedUntil => limited.RetryAfter,
        LimitScope.Edge when now < _edgeUntil => limited.RetryAfter,
        var scope => RefusalsOf(lane, scope).After(limited.RetryAfter, now),
    };

    private Growth RefusalsOf(Lane lane, LimitScope scope) => scope switch
    {
        LimitScope.Global => _globalRefusals,
        LimitScope.Edge => _edgeRefusals,
        _ => lane.Refusals,
    };

    private void Calm(Lane lane, RateLimitReading reading)
    {
        if (reading.Answered)
        {
            lane.Refusals.End();
            _globalRefusals.End();
            _edgeRefusals.End();
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

        return Later(_global.ReadyAt(now), _edgeUntil);
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private bool DenyHopeless(Lane lane, TimeSpan now)
    {
        var pause = _invalid.Pause(now);
        var global = lane.Exempt ? TimeSpan.Zero : _global.BlockedUntil - now;
        var edge = lane.Exempt ? TimeSpan.Zero : _edgeUntil - now;
        var bucket = lane.ReadyAt - now;
        var (wait, scope) = pause > TimeSpan.Zero ? (pause, LimitScope.InvalidRequests)
            : bucket >= Later(global, edge) ? (bucket, lane.Scope)
            : edge > global ? (edge, LimitScope.Edge)
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
