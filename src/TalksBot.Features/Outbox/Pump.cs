using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Features.Agenda;
using TalksBot.Features.Pace;
using TalksBot.Storage.Opening;

namespace TalksBot.Features.Outbox;

/// <summary>Moves one connection's posts from the outbox to the platform: two lanes a channel, one transaction a turn.</summary>
internal sealed partial class Pump(IPlatform platform, IServiceProvider services, OutboxSignal signal, ILogger<Pump> log)
{
    /// <summary>So many are written down in one turn; the others in the next, after whoever waits to write.</summary>
    private const int MostAnswers = 192;

    private static readonly Duration PauseAfterFault = Duration.FromSeconds(1);

    private static readonly Duration LookForUnmadeEvery = Duration.FromSeconds(1);

    private readonly string _owner = Guid.NewGuid().ToString("N");
    private readonly Dictionary<LaneKey, Lane> _lanes = [];
    private readonly ConcurrentQueue<Attempted> _answers = [];
    private readonly Dictionary<long, Lane> _inHand = [];
    private readonly OutboxSignal _answered = new();
    private readonly IClock _clock = services.GetRequiredService<IClock>();
    private readonly TimeProvider _time = services.GetRequiredService<TimeProvider>();
    private readonly Heartbeats _heartbeats = services.GetRequiredService<Heartbeats>();
    private readonly CatchUp _catchUp = services.GetRequiredService<CatchUp>();
    private Instant _lookedForUnmade = Instant.MinValue;
    private bool _mustRecover = true;
    private bool _isNew = true;

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
            await _catchUp.RunAsync(stopping);
            await using var scope = services.CreateAsyncScope();
            var turn = scope.ServiceProvider.GetRequiredService<OutboxTurn>();
            var now = _clock.GetCurrentInstant();
            var order = Order(answers, stopping);
            await RecoverAsync(turn, order, now, abort);
            var leased = await turn.RunAsync(order, now, abort);
            Settle(answers);
            Send(leased, stopping, abort);
            await TellUnmadeAsync(answers, now, abort);
            return leased.Count > 0 || !_answers.IsEmpty ? Duration.Zero : await PauseAsync(turn, order, now, abort);
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            return Duration.Zero;
        }
#pragma warning disable CA1031 // The job boundary of the outbox: a busy or full database must not stop the pump; answers are kept and written later.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Tell(fault);
            answers.ForEach(_answers.Enqueue);
            _mustRecover = true;
            return PauseAfterFault;
        }
    }

    /// <summary>At the start, and after a turn whose commit is unknown, rows may be leased that nobody holds.</summary>
    private async Task RecoverAsync(OutboxTurn turn, TurnOrder order, Instant now, CancellationToken token)
    {
        if (_mustRecover)
        {
            // Only one worker has the database, so whoever leased something before this pump began is gone.
            await turn.RecoverAsync(order, _inHand.Keys, isAlone: _isNew, now, token);
            (_mustRecover, _isNew) = (false, false);
        }
    }

    /// <summary>In a scope of its own: what it reads must not weigh on the turn.</summary>
    private async Task TellUnmadeAsync(List<Attempted> answers, Instant now, CancellationToken token)
    {
        if (now - _lookedForUnmade >= LookForUnmadeEvery || answers.Exists(answer => answer.Decision is RetryDecision.Leave))
        {
            _lookedForUnmade = now;
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TellUnmadeChanges>().RunAsync(platform, now, token);
        }
    }

    private List<Attempted> TakeAnswers()
    {
        var answers = new List<Attempted>();
        while (answers.Count < MostAnswers && _answers.TryDequeue(out var answer))
        {
            answers.Add(answer);
        }

        return answers;
    }

    /// <summary>How things stand, counting answers as if they were written down already.</summary>
    private TurnOrder Order(List<Attempted> answers, CancellationToken stopping)
    {
        var freed = answers.CountBy(answer => _inHand[answer.Id]).ToDictionary();
        var busy = _lanes.Where(lane => lane.Value.InHand > freed.GetValueOrDefault(lane.Value)).Select(lane => lane.Key).ToList();
        return new TurnOrder(platform.Name, _owner, answers, busy, stopping.IsCancellationRequested ? 0 : platform.Capabilities.Ahead);
    }

    private void Settle(List<Attempted> answers)
    {
        foreach (var answer in answers)
        {
            _inHand.Remove(answer.Id, out var lane);
            lane!.Settle();
        }
    }

    private void Send(IReadOnlyList<Leased> leased, CancellationToken stopping, CancellationToken abort)
    {
        foreach (var group in leased.GroupBy(post => post.Lane))
        {
            var lane = LaneOf(group.Key);
            var posts = group.ToList();
            posts.ForEach(post => _inHand[post.Id] = lane);
            lane.Take(posts.Count);
            _ = Task.Run(() => lane.SendAsync(posts, Report, stopping, abort), CancellationToken.None);
        }
    }

    private Lane LaneOf(LaneKey key)
    {
        if (!_lanes.TryGetValue(key, out var lane))
        {
            lane = new Lane(platform, _clock, services.GetRequiredService<ILogger<Lane>>());
            _lanes.Add(key, lane);
        }

        return lane;
    }

    private void Report(Attempted attempted)
    {
        _answers.Enqueue(attempted);
        _answered.Raise();
    }

    /// <summary>What the database does is told in a sentence; anything else is a bug and needs its trace.</summary>
    private void Tell(Exception fault)
    {
        if (StorageFault.Explain(fault) is { } sentence)
        {
            TurnHeldUp(platform.Name, sentence);
            return;
        }

        TurnFailed(fault, platform.Name);
    }

    private async Task<Duration> PauseAsync(OutboxTurn turn, TurnOrder order, Instant now, CancellationToken token)
    {
        var next = await turn.NextAsync(order, token) ?? Instant.MaxValue;
        return Duration.Max(Duration.Min(next - now, _heartbeats.Outbox), Duration.FromMilliseconds(1));
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox of {Platform} waits; nothing is lost and it is tried again: {Sentence}")]
    private partial void TurnHeldUp(string platform, string sentence);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox of {Platform} could not be worked on; nothing is lost and it is tried again")]
    private partial void TurnFailed(Exception fault, string platform);
}
