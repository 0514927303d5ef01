using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Features.Pace;

namespace TalksBot.Features.Outbox;

/// <summary>Moves one connection's posts from the outbox to the platform: one lane a channel, one transaction a turn.</summary>
internal sealed partial class Pump(IPlatform platform, IServiceProvider services, OutboxSignal signal, ILogger<Pump> log)
{
    private static readonly Duration PauseAfterFault = Duration.FromSeconds(1);

    private readonly Dictionary<ChannelAddress, Lane> _lanes = [];
    private readonly ConcurrentQueue<Attempted> _answers = [];
    private readonly Dictionary<long, Lane> _inHand = [];
    private readonly OutboxSignal _answered = new();
    private readonly IClock _clock = services.GetRequiredService<IClock>();
    private readonly TimeProvider _time = services.GetRequiredService<TimeProvider>();
    private readonly Heartbeats _heartbeats = services.GetRequiredService<Heartbeats>();
    private Instant _heldUntil = Instant.MinValue;
    private bool _mustRecover = true;

    /// <summary>Pumps until stopped, then lets posts under way finish and writes down what came of them.</summary>
    /// <param name="stopping">When raised, nothing more is begun.</param>
    /// <param name="abort">When raised, posts under way are given up and stay in doubt.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken abort)
    {
        while (!stopping.IsCancellationRequested)
        {
            var woken = Task.WhenAny(signal.Next, _answered.Next);
            var pause = await TurnAsync(stopping, abort);
            await WaitAsync(woken, pause, stopping);
        }

        while (_inHand.Count > 0 && !abort.IsCancellationRequested)
        {
            var woken = _answered.Next;
            await TurnAsync(stopping, abort);
            if (_inHand.Count > 0 && _answers.IsEmpty)
            {
                await WaitAsync(woken, _heartbeats.Outbox, abort);
            }
        }
    }

    /// <returns>How long nothing is due unless somebody signals.</returns>
    private async Task<Duration> TurnAsync(CancellationToken stopping, CancellationToken abort)
    {
        var answers = TakeAnswers();
        try
        {
            await using var scope = services.CreateAsyncScope();
            var turn = scope.ServiceProvider.GetRequiredService<OutboxTurn>();
            await RecoverAsync(turn, abort);
            var now = _clock.GetCurrentInstant();
            var ahead = stopping.IsCancellationRequested || now < _heldUntil ? 0 : platform.Capabilities.Ahead;
            var leased = await turn.RunAsync(platform.Name, answers, Busy(answers, now), ahead, now, abort);
            Settle(answers);
            Send(leased, stopping, abort);
            return leased.Count > 0 ? Duration.Zero : await PauseAsync(turn, now, abort);
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            return Duration.Zero;
        }
#pragma warning disable CA1031 // The job boundary of the outbox: a busy or full database must not stop the pump; answers are kept and written later.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            TurnFailed(fault, platform.Name);
            answers.ForEach(_answers.Enqueue);
            _mustRecover = true;
            return PauseAfterFault;
        }
    }

    /// <summary>At the start, and after a turn whose commit is unknown, rows may be leased that nobody holds.</summary>
    private async Task RecoverAsync(OutboxTurn turn, CancellationToken token)
    {
        if (_mustRecover)
        {
            await turn.RecoverAsync(platform.Name, _inHand.Keys, token);
            _mustRecover = false;
        }
    }

    private List<Attempted> TakeAnswers()
    {
        var answers = new List<Attempted>();
        while (_answers.TryDequeue(out var answer))
        {
            answers.Add(answer);
        }

        return answers;
    }

    /// <summary>The channels with posts in hand or asking for patience, counting answers as if they were written already.</summary>
    private List<ChannelAddress> Busy(List<Attempted> answers, Instant now)
    {
        var freed = answers.CountBy(answer => _inHand[answer.Id]).ToDictionary();
        var closing = answers
            .Where(answer => answer.Decision is RetryDecision.Again or RetryDecision.Reconcile)
            .Select(answer => _inHand[answer.Id])
            .ToHashSet();
        return
        [
            .. from entry in _lanes
               let lane = entry.Value
               where lane.InHand > freed.GetValueOrDefault(lane) || lane.ClosedUntil > now || closing.Contains(lane)
               select entry.Key,
        ];
    }

    private void Settle(List<Attempted> answers)
    {
        foreach (var answer in answers)
        {
            _inHand.Remove(answer.Id, out var lane);
            lane!.Settle(answer);
            if (answer.Decision is RetryDecision.Hold hold)
            {
                _heldUntil = answer.At + hold.After;
            }
        }
    }

    private void Send(IReadOnlyList<Leased> leased, CancellationToken stopping, CancellationToken abort)
    {
        foreach (var channel in leased.GroupBy(post => post.Post.Channel))
        {
            var lane = LaneOf(channel.Key);
            var posts = channel.ToList();
            posts.ForEach(post => _inHand[post.Id] = lane);
            lane.Take(posts.Count);
            _ = Task.Run(() => lane.SendAsync(posts, Report, stopping, abort), CancellationToken.None);
        }
    }

    private Lane LaneOf(ChannelAddress channel)
    {
        if (!_lanes.TryGetValue(channel, out var lane))
        {
            lane = new Lane(platform, _clock, services.GetRequiredService<ILogger<Lane>>());
            _lanes.Add(channel, lane);
        }

        return lane;
    }

    private void Report(Attempted attempted)
    {
        _answers.Enqueue(attempted);
        _answered.Raise();
    }

    private async Task<Duration> PauseAsync(OutboxTurn turn, Instant now, CancellationToken token)
    {
        var next = await turn.NextAsync(platform.Name, Busy([], now), token) ?? Instant.MaxValue;
        var reopening = _lanes.Values.Select(lane => lane.ClosedUntil).Where(until => until > now).DefaultIfEmpty(Instant.MaxValue).Min();
        var wanted = Instant.Max(Instant.Min(next, reopening), _heldUntil);
        return Duration.Max(Duration.Min(wanted - now, _heartbeats.Outbox), Duration.FromMilliseconds(1));
    }

    private async Task WaitAsync(Task woken, Duration pause, CancellationToken token)
    {
        if (pause == Duration.Zero || woken.IsCompleted)
        {
            return;
        }

        using var waking = CancellationTokenSource.CreateLinkedTokenSource(token);
        await Task.WhenAny(woken, Task.Delay(pause.ToTimeSpan(), _time, waking.Token));
        await waking.CancelAsync();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox of {Platform} could not be worked on; nothing is lost and it is tried again")]
    private partial void TurnFailed(Exception fault, string platform);
}
