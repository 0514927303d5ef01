using Microsoft.Extensions.Time.Testing;
using TalksBot.Discord.Wire.Limits;

namespace TalksBot.Discord.Wire.Tests;

/// <summary>Plays a limiter against a Discord that keeps 5 in 5 s for each channel and 50 in any second, on pushed time.</summary>
internal sealed class CountedServer(FakeTimeProvider time, RateLimiter limiter, Func<TimeSpan> oneWay)
{
    private static readonly TimeSpan _tick = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan _window = TimeSpan.FromSeconds(5);

    private readonly long _start = time.GetTimestamp();
    private readonly PriorityQueue<Action, TimeSpan> _due = new();
    private readonly Dictionary<string, (TimeSpan Ends, int Used)> _windows = [];
    private readonly Queue<TimeSpan> _lastSecond = new();

    /// <summary>Turns in the order Discord saw them.</summary>
    public List<Turn> Arrived { get; } = [];

    public int Refused { get; private set; }

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>Runs until every turn was answered; answers how long that took.</summary>
    public TimeSpan Run(IReadOnlyList<Turn> turns, CancellationToken cancellationToken)
    {
        var waiting = turns.ToList();
        waiting.ForEach(turn => _ = limiter.WaitAsync(turn, cancellationToken));
        var answered = 0;
        while (answered < turns.Count)
        {
            foreach (var turn in waiting.Where(turn => turn.Come.IsCompleted).ToList())
            {
                var body = Now;
                At(Now + oneWay(), () => Arrive(turn, body, () => answered++));
            }

            waiting.RemoveAll(turn => turn.Come.IsCompleted);
            if (!_due.TryPeek(out var happen, out var when) || when > Now)
            {
                time.Advance(_tick);
                continue;
            }

            _due.Dequeue();
            happen();
        }

        return Now;
    }

    private void At(TimeSpan when, Action happen) => _due.Enqueue(happen, when);

    private void Arrive(Turn turn, TimeSpan sentAt, Action answered)
    {
        Arrived.Add(turn);
        while (_lastSecond.TryPeek(out var oldest) && oldest + TimeSpan.FromSeconds(1) <= Now)
        {
            _lastSecond.Dequeue();
        }

        var window = _windows.GetValueOrDefault(turn.Route.Major);
        window = window.Ends <= Now ? (Now + _window, 0) : window;
        Refused += _lastSecond.Count >= 50 || window.Used >= 5 ? 1 : 0;
        _lastSecond.Enqueue(Now);
        _windows[turn.Route.Major] = window with { Used = window.Used + 1 };
        var reading = new RateLimitReading
        {
            Bucket = "abcd",
            Remaining = 5 - window.Used - 1,
            ResetAfter = window.Ends - Now,
            Reset = window.Ends.TotalSeconds,
        };
        At(Now + oneWay(), () =>
        {
            limiter.Finish(turn, reading with { RoundTrip = Now - sentAt });
            answered();
        });
    }
}
