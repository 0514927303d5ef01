using TalksBot.Core.Channels;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;

namespace TalksBot.Features.Outbox;

/// <summary>
/// The pauses of one connection and of its channels, within one turn at the outbox. When something does not get through, the connection is
/// doubted and asked whether it is there. While it is silent nothing is sent; once it answers, one post at a time is let out until one
/// got through, and then everything goes.
/// </summary>
/// <param name="connection">The connection.</param>
/// <param name="known">The pauses that stand.</param>
internal sealed class ConnectionPauses(string connection, IEnumerable<ChannelPause> known)
{
    private readonly List<ChannelPause> _standing = [.. known];
    private readonly List<ChannelPause> _begun = [];
    private readonly List<ChannelPause> _ended = [];

    /// <summary>Those that stand.</summary>
    public IReadOnlyList<ChannelPause> Standing => _standing;

    /// <summary>Those that are to be written.</summary>
    public IReadOnlyList<ChannelPause> Begun => _begun;

    /// <summary>Those that are to be forgotten.</summary>
    public IReadOnlyList<ChannelPause> Ended => _ended;

    /// <summary>The pause of the connection as a whole; null while it works.</summary>
    public ChannelPause? Whole => _standing.Find(pause => pause.IsWhole);

    /// <summary>True while the platform is asked whether it is there; changes wait for what it says.</summary>
    public bool IsAsking => Whole is { Reason: not PauseReason.TakesNothing };

    /// <summary>True while posts wait for that too: once it was silent, or a post raised the question. One that only a change raised holds up no post.</summary>
    public bool HoldsPosts => IsAsking && (Whole!.Reason is not PauseReason.Doubted
        || _standing.Exists(pause => pause is { IsWhole: false, Lane: SendingLane.Posts, Reason: PauseReason.Unreachable }));

    /// <summary>True while one post at a time finds out whether posts get through.</summary>
    public bool IsFeeling => Whole is { Reason: PauseReason.TakesNothing };

    /// <summary>When something may go to a lane, the past meaning now; null where that is found out by asking.</summary>
    public Instant? OpensAt(LaneKey lane)
    {
        var own = Of(lane.Channel, lane.Lane);
        if (lane.Lane is SendingLane.Posts ? HoldsPosts : IsAsking)
        {
            return null;
        }

        return IsFeeling && lane.Lane is SendingLane.Posts && own is { Reason: PauseReason.Unreachable } ? Whole!.Until : own?.Until ?? Instant.MinValue;
    }

    /// <summary>The channels that are sent nothing now.</summary>
    public IReadOnlyList<ChannelAddress> Closed(SendingLane lane, Instant now) =>
        [.. _standing.Where(pause => !pause.IsWhole && pause.Lane == lane).Select(pause => pause.Channel).OfType<ChannelAddress>().Where(channel => OpensAt(new LaneKey(channel, lane)) > now)];

    /// <summary>How many deliveries a channel may take in hand: one while it is being found out whether it answers again.</summary>
    public int Ahead(ChannelAddress channel, SendingLane lane, int most) => IsFeeling || Of(channel, lane) is not null ? 1 : most;

    /// <summary>When something last came to nothing there; the past where nothing did.</summary>
    public Instant TriedAt(ChannelAddress channel) => Of(channel, SendingLane.Posts)?.TriedAt ?? Instant.MinValue;

    /// <summary>The platform asked to wait, or a person must change something: the lane waits, and the connection works.</summary>
    public void Hold(LaneKey lane, Attempted attempted, PauseReason reason, Duration after)
    {
        Heard(lane.Lane, attempted.At);
        OfOrBegin(lane.Channel, lane.Lane, attempted.At).Prolong(attempted.At, attempted.At + after, reason, attempted.Outcome);
    }

    /// <summary>A post did not get through: its channel waits, and the connection is doubted.</summary>
    public void Silent(ChannelAddress channel, Attempted attempted, Duration after)
    {
        var pause = OfOrBegin(channel, SendingLane.Posts, attempted.At);
        var isItsOwn = pause.Reason is PauseReason.TakesNothing;
        var wait = isItsOwn ? Duration.Max(after, RetryPolicy.PauseOfOne(pause.Tries + 1)) : after;
        pause.Prolong(attempted.At, attempted.At + wait, isItsOwn ? PauseReason.TakesNothing : PauseReason.Unreachable, attempted.Outcome);
        if (Whole is null or { Reason: PauseReason.TakesNothing })
        {
            var whole = Whole ?? BeginWhole(attempted.At);
            whole.Prolong(attempted.At, attempted.At + Duration.Max(after, RetryPolicy.PauseOfAll(whole.Tries + 1)), PauseReason.Doubted, attempted.Outcome);
        }
    }

    /// <summary>A change of a message did not get through: it waits by itself, and the connection is doubted.</summary>
    public void Doubt(Attempted attempted)
    {
        if (Whole is null)
        {
            BeginWhole(attempted.At).TurnInto(PauseReason.Doubted, attempted.At, attempted.Outcome);
        }
    }

    /// <summary>The connection's credentials are not accepted.</summary>
    public void Refused(string why, Instant at)
    {
        var whole = Whole ?? BeginWhole(at);
        if (whole.Reason is PauseReason.Unreachable or PauseReason.Doubted)
        {
            // Silence mends itself; this takes a person, who must be told whatever was told before.
            whole.BeginAnew(at);
        }

        whole.TurnInto(PauseReason.Credentials, at + RetryPolicy.PersonsPause, why);
    }

    /// <summary>The platform was asked whether it is there.</summary>
    public void Probed(Probed probed)
    {
        switch (probed.Answer, Whole)
        {
            case (_, null):
                break;
            case (ProbeAnswer.CredentialsDead dead, _):
                Refused(dead.Why, probed.At);
                break;
            case (ProbeAnswer.Silent silent, var whole):
                whole.TurnInto(PauseReason.Unreachable, probed.At, silent.Why);
                break;
            case (ProbeAnswer.Answers, { Reason: PauseReason.Doubted } whole) when _standing.Exists(pause => pause is { IsWhole: false, Lane: SendingLane.Posts, Reason: PauseReason.Unreachable }):
                whole.TurnOutAnswering();
                break;
            case (ProbeAnswer.Answers, { Reason: PauseReason.Doubted } whole):
                End(whole);
                break;
            case (ProbeAnswer.Answers, { Reason: PauseReason.Unreachable or PauseReason.Credentials } whole):
                whole.TurnInto(PauseReason.TakesNothing, probed.At, whole.Why);
                _standing.FindAll(pause => pause is { IsWhole: false, IsSilence: true }).ForEach(pause => pause.TurnInto(PauseReason.Unreachable, probed.At, pause.Why));
                break;
        }
    }

    /// <summary>Something got through, or was refused for what it is: the lane is open, and what waits elsewhere for that is tried at once.</summary>
    public void Answered(LaneKey lane, Instant at)
    {
        if (Of(lane.Channel, lane.Lane) is { } own)
        {
            End(own);
        }

        Heard(lane.Lane, at);
    }

    /// <summary>Nothing waits that could find out whether posts get through: that the platform answers is enough.</summary>
    public void EndWhole() => _standing.FindAll(pause => pause.IsWhole || pause.Reason is PauseReason.Unreachable).ForEach(End);

    /// <summary>Posts get through, where that was in question; what came of a change, or was sent before nobody answered, is no proof of it.</summary>
    private void Heard(SendingLane lane, Instant at)
    {
        if (lane is SendingLane.Posts && Whole is not { Reason: PauseReason.Unreachable or PauseReason.Credentials })
        {
            if (Whole is { } whole)
            {
                End(whole);
            }

            _standing.ForEach(pause => pause.TryAt(at));
        }
    }

    private void End(ChannelPause over)
    {
        _standing.Remove(over);
        if (!_begun.Remove(over))
        {
            _ended.Add(over);
        }
    }

    private ChannelPause? Of(ChannelAddress channel, SendingLane lane)
    {
        var place = channel.ToString();
        return _standing.Find(pause => pause.Lane == lane && pause.Place == place);
    }

    private ChannelPause OfOrBegin(ChannelAddress channel, SendingLane lane, Instant at) => Of(channel, lane) ?? Begin(new ChannelPause(connection, channel, lane, at));

    private ChannelPause BeginWhole(Instant at) => Begin(new ChannelPause(connection, channel: null, SendingLane.Posts, at));

    private ChannelPause Begin(ChannelPause pause)
    {
        _standing.Add(pause);
        _begun.Add(pause);
        return pause;
    }
}
