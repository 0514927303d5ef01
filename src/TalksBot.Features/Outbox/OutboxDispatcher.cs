using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Channels;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Features.Transactions;
using TalksBot.Storage.Nodes;
using TalksBot.Storage.Opening;

namespace TalksBot.Features.Outbox;

/// <summary>Moves one connection's posts from the outbox to the platform: two lanes a channel, one transaction a turn.</summary>
internal sealed partial class OutboxDispatcher(IPlatform platform, SendingTerm term, IServiceProvider services, OutboxSignal signal, ILogger<OutboxDispatcher> log)
{
    /// <summary>So many are written down in one turn; the others in the next, after whoever waits to write.</summary>
    private const int MostAnswers = 192;

    private static readonly Duration PauseAfterFault = Duration.FromSeconds(1);

    /// <summary>A clock that is kept goes back by less.</summary>
    private static readonly Duration SteadyWithin = Duration.FromSeconds(1);

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    private static readonly Duration LookForUnmadeEvery = Duration.FromSeconds(1);

    private readonly Dictionary<LaneKey, Lane> _lanes = [];
    private readonly ConcurrentQueue<Attempted> _answers = [];
    private readonly ConcurrentQueue<Probed> _probed = [];
    private readonly Dictionary<long, Held> _inHand = [];
    private readonly OutboxSignal _answered = new();
    private readonly IClock _clock = services.GetRequiredService<IClock>();
    private readonly TimeProvider _time = services.GetRequiredService<TimeProvider>();
    private readonly Heartbeats _heartbeats = services.GetRequiredService<Heartbeats>();
    private readonly ConnectionProbe _probe = new(
        platform,
        services.GetRequiredService<IClock>(),
        services.GetRequiredService<TimeProvider>(),
        services.GetRequiredService<ProbeTimes>(),
        signal,
        services.GetRequiredService<ILogger<ConnectionProbe>>());

    private readonly Pulse _pulse = services.GetRequiredService<Pulse>();
    private readonly IBeforeDispatch _before = services.GetRequiredService<IBeforeDispatch>();
    private Instant _lookedForUnmade = Instant.MinValue;
    private (Instant Shown, long Measured)? _lastTurn;
    private bool _mustRecover = true;
    private bool _isNew = true;
    private IReadOnlyDictionary<ChannelAddress, Instant> _used = new Dictionary<ChannelAddress, Instant>();

    /// <summary>
    /// Pumps until stopped, then lets posts under way finish and writes down what came of them; or until another node sends, which looks for
    /// whatever was under way.
    /// </summary>
    /// <param name="stopping">When raised, nothing more is begun.</param>
    /// <param name="abort">When raised, posts under way are given up and stay in doubt.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken abort)
    {
        using var until = CancellationTokenSource.CreateLinkedTokenSource(stopping, term.Ended);
        while (!until.IsCancellationRequested)
        {
            var woken = Task.WhenAny(signal.Next, _answered.Next);
            var next = await TurnAsync(until.Token, abort);
            await WaitAsync(woken, next, until.Token);
        }

        while (_inHand.Count > 0 && !abort.IsCancellationRequested && !term.Ended.IsCancellationRequested)
        {
            var woken = _answered.Next;
            await TurnAsync(stopping, abort);
            if (_inHand.Count > 0 && _answers.IsEmpty)
            {
                await WaitAsync(woken, _clock.GetCurrentInstant() + _heartbeats.Outbox, abort);
            }
        }
    }

    /// <returns>Until when nothing is due unless somebody signals; null where more may be due at once.</returns>
    private async Task<Instant?> TurnAsync(CancellationToken stopping, CancellationToken abort)
    {
        var (answers, probed) = (Take(_answers), Take(_probed));
        try
        {
            await _before.RunAsync(stopping);
            var next = await WorkAsync(answers, probed, stopping, abort);
            _pulse.Turn(platform.Name, isDone: true);
            return next;
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested || term.Ended.IsCancellationRequested)
        {
            return null;
        }
        catch (SendingTermEndedException)
        {
            return null;
        }
#pragma warning disable CA1031 // The job boundary of the outbox: a busy or full database must not stop the pump; answers are kept and written later.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Tell(fault);
            answers.ForEach(_answers.Enqueue);
            probed.ForEach(_probed.Enqueue);
            _mustRecover = true;
            _pulse.Turn(platform.Name, isDone: false);
            return _clock.GetCurrentInstant() + PauseAfterFault;
        }
    }

    private async Task<Instant?> WorkAsync(List<Attempted> answers, List<Probed> probed, CancellationToken stopping, CancellationToken abort)
    {
        await using var scope = services.CreateAsyncScope();
        var turn = scope.ServiceProvider.GetRequiredService<OutboxTurn>();
        var now = _clock.GetCurrentInstant();
        if (_isNew)
        {
            _used = await scope.ServiceProvider.GetRequiredService<UsedPace>().OfAsync(platform, now, abort);
        }

        var order = Order(answers, now, stopping) with { Probed = probed };
        if (BackBy(now) is { } back && back > SteadyWithin)
        {
            await turn.FollowClockAsync(order, back, now, abort);
            _lookedForUnmade = Instant.MinValue;
        }

        _lastTurn = (now, _time.GetTimestamp());
        if (!_mustRecover && answers.Count == 0 && probed.Count == 0 && _inHand.Count == 0 && !await turn.IsNeededAsync(order, abort))
        {
            _probe.Settle();
            return now + _heartbeats.Outbox;
        }

        await RecoverAsync(turn, order, now, abort);
        var (leased, asks) = await turn.RunAsync(order, now, abort);
        Settle(answers);
        if (probed.Count > 0)
        {
            _probe.Written();
        }

        Ask(asks, now, stopping);
        Send(leased, stopping, abort);
        await TellUnmadeAsync(answers, now, abort);
        var freed = _used.Values.Where(until => until > now).DefaultIfEmpty(Instant.MaxValue).Min();
        return leased.Count > 0 || !_answers.IsEmpty ? null : Instant.Min(Instant.Min(await turn.NextAsync(order, abort) ?? Instant.MaxValue, freed), now + _heartbeats.Outbox);
    }

    /// <summary>At the start, and after a turn whose commit is unknown, rows may be leased that nobody holds.</summary>
    private async Task RecoverAsync(OutboxTurn turn, TurnOrder order, Instant now, CancellationToken token)
    {
        if (_mustRecover)
        {
            // Only one node sends for a connection, so whoever leased something before this pump began does not any more.
            await turn.RecoverAsync(order, _inHand.Keys, isAlone: _isNew, now, token);
            (_mustRecover, _isNew) = (false, false);
        }
    }

    /// <summary>In a scope of its own: what it reads must not weigh on the turn. What came back just now was not seen by an earlier look.</summary>
    private async Task TellUnmadeAsync(List<Attempted> answers, Instant now, CancellationToken token)
    {
        if (now - _lookedForUnmade >= LookForUnmadeEvery || answers.Exists(answer => !answer.IsSent))
        {
            _lookedForUnmade = now;
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TellUnmadeChanges>().RunAsync(platform, now, token);
        }
    }

    private static List<T> Take<T>(ConcurrentQueue<T> queue)
    {
        var taken = new List<T>();
        while (taken.Count < MostAnswers && queue.TryDequeue(out var one))
        {
            taken.Add(one);
        }

        return taken;
    }

    /// <summary>Nobody asks twice: an answer that has come meanwhile is looked at first.</summary>
    private void Ask(ChannelPause? asks, Instant now, CancellationToken stopping)
    {
        if (asks is null)
        {
            _probe.Settle();
        }
        else if (_probed.IsEmpty)
        {
            _probe.Begin(asks.Reason, asks.Reason is PauseReason.Credentials ? asks.Until : now, Report, stopping);
        }
    }

    private void Report(Probed probed)
    {
        _probed.Enqueue(probed);
        _answered.Raise();
    }

    /// <summary>How things stand, counting answers as if they were written down already.</summary>
    private TurnOrder Order(List<Attempted> answers, Instant now, CancellationToken stopping)
    {
        var freed = answers.CountBy(answer => _inHand[answer.Id].Lane).ToDictionary();
        var busy = _lanes.Where(lane => lane.Value.InHand > freed.GetValueOrDefault(lane.Value)).Select(lane => lane.Key)
            .Concat(_used.Where(channel => channel.Value > now).SelectMany(channel => new[] { new LaneKey(channel.Key, SendingLane.Posts), new LaneKey(channel.Key, SendingLane.Changes) }))
            .Distinct().ToList();
        return new TurnOrder(platform.Name, term, answers, busy, stopping.IsCancellationRequested ? 0 : platform.Capabilities.Ahead);
    }

    private void Settle(List<Attempted> answers)
    {
        foreach (var answer in answers)
        {
            _inHand.Remove(answer.Id, out var held);
            held.Lane.Settle();
            SendInstruments.Settled(held.Leased, answer);
        }
    }

    private void Send(IReadOnlyList<Leased> leased, CancellationToken stopping, CancellationToken abort)
    {
        foreach (var group in leased.GroupBy(post => post.Lane))
        {
            var lane = LaneOf(group.Key);
            var posts = group.ToList();
            posts.ForEach(post => _inHand[post.Id] = new Held(lane, post));
            lane.Take(posts.Count);
            _ = Task.Run(() => lane.SendAsync(posts, Report, stopping, abort), CancellationToken.None);
        }
    }

    private Lane LaneOf(LaneKey key)
    {
        if (!_lanes.TryGetValue(key, out var lane))
        {
            lane = new Lane(platform, term, _clock, services.GetRequiredService<ILogger<Lane>>());
            _lanes.Add(key, lane);
        }

        return lane;
    }

    private void Report(Attempted attempted)
    {
        _answers.Enqueue(attempted);
        _answered.Raise();
    }

    /// <summary>How far the clock was set back since the last turn; less than nothing where it was set on.</summary>
    private Duration? BackBy(Instant now) => _lastTurn is { } last ? last.Shown + Duration.FromTimeSpan(_time.GetElapsedTime(last.Measured)) - now : null;

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

    /// <summary>What is due and cannot go is looked at again in a moment, whatever the clock does.</summary>
    private async Task WaitAsync(Task woken, Instant? next, CancellationToken token)
    {
        if (next is not { } until || woken.IsCompleted)
        {
            return;
        }

        using var waking = CancellationTokenSource.CreateLinkedTokenSource(token);
        var pause = Duration.Min(until - _clock.GetCurrentInstant(), _heartbeats.Outbox);
        await Task.WhenAny(woken, pause > Duration.Zero ? Task.Delay(pause.ToTimeSpan(), _time, waking.Token) : Task.Delay(Shortest, waking.Token));
        await waking.CancelAsync();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox of {Platform} waits; nothing is lost and it is tried again: {Sentence}")]
    private partial void TurnHeldUp(string platform, string sentence);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox of {Platform} could not be worked on; nothing is lost and it is tried again")]
    private partial void TurnFailed(Exception fault, string platform);

    /// <summary>A delivery in the hands of a lane.</summary>
    private readonly record struct Held(Lane Lane, Leased Leased);
}
