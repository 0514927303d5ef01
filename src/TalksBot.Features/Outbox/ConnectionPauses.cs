using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;

namespace TalksBot.Features.Outbox;

/// <summary>The pauses of one connection and of its channels, within one turn at the outbox.</summary>
/// <param name="connection">The connection.</param>
/// <param name="known">The pauses that stand.</param>
internal sealed class ConnectionPauses(string connection, IEnumerable<ChannelPause> known)
{
    private readonly List<ChannelPause> _standing = [.. known];
    private readonly List<ChannelPause> _begun = [];
    private readonly List<ChannelPause> _ended = [];

    /// <summary>Those that are to be written.</summary>
    public IReadOnlyList<ChannelPause> Begun => _begun;

    /// <summary>Those that are to be forgotten.</summary>
    public IReadOnlyList<ChannelPause> Ended => _ended;

    /// <summary>The pause of the connection as a whole; null while it works.</summary>
    public ChannelPause? Whole => _standing.Find(pause => pause.IsWhole);

    /// <summary>When something may go to a channel; the past means now.</summary>
    public Instant OpensAt(ChannelAddress channel, SendingLane lane)
    {
        var own = Of(channel, lane)?.Until ?? Instant.MinValue;
        return Whole is { } whole ? Instant.Max(whole.Until, own) : own;
    }

    /// <summary>The channels that are sent nothing now.</summary>
    public IReadOnlyList<ChannelAddress> Closed(SendingLane lane, Instant now) =>
        [.. _standing.Where(pause => !pause.IsWhole && pause.Lane == lane && pause.Until > now).Select(pause => pause.Channel).OfType<ChannelAddress>()];

    /// <summary>How many deliveries a channel may take in hand: one while it is being found out whether it answers again.</summary>
    public int Ahead(ChannelAddress channel, SendingLane lane, int most) => Of(channel, lane) is null ? most : 1;

    /// <summary>An attempt came to nothing: the lane waits.</summary>
    public void Prolong(ChannelAddress? channel, SendingLane lane, Attempted attempted, PauseReason reason, Instant until)
    {
        var pause = channel is null ? Whole : Of(channel, lane);
        if (pause is null)
        {
            pause = new ChannelPause(connection, channel, lane, attempted.At);
            _standing.Add(pause);
            _begun.Add(pause);
        }

        pause.Prolong(until, reason, attempted.Outcome);
    }

    /// <summary>The platform answered: the lane is open, and so is the connection; what waits elsewhere for it to answer is tried at once.</summary>
    public void Answered(ChannelAddress channel, SendingLane lane, Instant now)
    {
        if (_standing.Count == 0)
        {
            return;
        }

        foreach (var over in _standing.Where(pause => pause.IsWhole || pause == Of(channel, lane)).ToList())
        {
            _standing.Remove(over);
            if (!_begun.Remove(over))
            {
                _ended.Add(over);
            }
        }

        _standing.ForEach(pause => pause.TryAt(now));
    }

    private ChannelPause? Of(ChannelAddress channel, SendingLane lane)
    {
        var place = channel.ToString();
        return _standing.Find(pause => pause.Lane == lane && pause.Place == place);
    }
}
