using Microsoft.Extensions.Time.Testing;
using TalksBot.Slack.Wire.Limits;

namespace TalksBot.Slack.Wire.Tests;

/// <summary>Plays a limiter against a Slack that counts arrivals strictly, on pushed time.</summary>
internal sealed class CountedServer(FakeTimeProvider time, RateLimiter limiter, Func<TimeSpan> oneWay)
{
    private static readonly TimeSpan _tick = TimeSpan.FromMilliseconds(1);

    private readonly long _start = time.GetTimestamp();
    private readonly PriorityQueue<Action, TimeSpan> _due = new();
    private readonly Dictionary<LaneKey, Queue<TimeSpan>> _lanes = [];
    private readonly Queue<TimeSpan> _all = new();

    /// <summary>Turns in the order Slack saw them.</summary>
    public List<Turn> Arrived { get; } = [];

    public int Refused { get; private set; }

    /// <summary>How many each lane takes in how long.</summary>
    public (int Count, TimeSpan Window) PerLane { get; init; } = (1, TimeSpan.FromSeconds(1));

    /// <summary>How many all lanes take in a minute.</summary>
    public int PerMinute { get; init; } = 300;

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>Runs until every turn was answered; answers when the last one arrived.</summary>
    public TimeSpan Run(IReadOnlyList<Turn> turns, CancellationToken cancellationToken)
    {
        var waiting = turns.ToList();
        waiting.ForEach(turn => _ = limiter.WaitAsync(turn, cancellationToken));
        var answered = 0;
        var last = TimeSpan.Zero;
        while (answered < turns.Count)
        {
            foreach (var turn in waiting.Where(turn => turn.Come.IsCompleted).ToList())
            {
                var sent = Now;
                At(Now + oneWay(), () =>
                {
                    last = Now;
                    Arrive(turn, sent, () => answered++);
                });
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

        return last;
    }

    private void At(TimeSpan when, Action happen) => _due.Enqueue(happen, when);

    private void Arrive(Turn turn, TimeSpan sentAt, Action answered)
    {
        Arrived.Add(turn);
        if (!_lanes.TryGetValue(turn.Key, out var lane))
        {
            _lanes[turn.Key] = lane = new();
        }

        var refused = !Count(lane, PerLane.Count, PerLane.Window) | !Count(_all, PerMinute, TimeSpan.FromMinutes(1));
        Refused += refused ? 1 : 0;
        At(Now + oneWay(), () =>
        {
            limiter.Finish(turn, new(Now - sentAt));
            answered();
        });
    }

    private bool Count(Queue<TimeSpan> seen, int most, TimeSpan window)
    {
        while (seen.TryPeek(out var oldest) && oldest + window <= Now)
        {
            seen.Dequeue();
        }

        seen.Enqueue(Now);
        return seen.Count <= most;
    }
}
