using TalksBot.Core.Platforms;

namespace TalksBot.Core.Deliveries;

/// <summary>
/// A channel, or a whole connection, is sent nothing for a while. The pause belongs to the channel and not to what waits there,
/// so order holds over a restart and one success ends it for everything. It stands until something got through: from
/// <see cref="Until"/> on, one delivery at a time is let out to find that out.
/// </summary>
public sealed class ChannelPause
{
    private ChannelPause()
    {
    }

    /// <summary>A pause of one lane of a channel, or of a connection.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="channel">The channel; null for all of the connection's.</param>
    /// <param name="lane">What is not sent there; a connection is paused with <see cref="SendingLane.Posts"/> and holds everything.</param>
    /// <param name="since">When it began.</param>
    public ChannelPause(string connection, ChannelAddress? channel, SendingLane lane, Instant since)
    {
        Connection = connection;
        Place = channel?.ToString() ?? "";
        Lane = lane;
        Since = since;
        Until = since;
    }

    /// <summary>The row's number.</summary>
    public long Id { get; private set; }

    /// <summary>The connection.</summary>
    public string Connection { get; private set; } = "";

    /// <summary>The channel's address; empty for the connection as a whole.</summary>
    public string Place { get; private set; } = "";

    /// <summary>What is not sent there.</summary>
    public SendingLane Lane { get; private set; }

    /// <summary>When something is let out next.</summary>
    public Instant Until { get; private set; }

    /// <summary>When it began.</summary>
    public Instant Since { get; private set; }

    /// <summary>Why.</summary>
    public PauseReason Reason { get; private set; }

    /// <summary>The platform's answer in words, for people.</summary>
    public string Why { get; private set; } = "";

    /// <summary>How many attempts have come to nothing since it began.</summary>
    public int Tries { get; private set; }

    /// <summary>True for the pause of a connection as a whole.</summary>
    public bool IsWhole => Place.Length == 0;

    /// <summary>The channel; null for the connection as a whole.</summary>
    public ChannelAddress? Channel => ChannelAddress.TryParse(Place, out var channel) ? channel : null;

    /// <summary>An attempt came to nothing again.</summary>
    public void Prolong(Instant until, PauseReason reason, string why) => (Until, Reason, Why, Tries) = (until, reason, why, Tries + 1);

    /// <summary>The platform answers elsewhere, so it is tried at once here; what it asked to wait for is waited for.</summary>
    public void TryAt(Instant now) => Until = Reason is PauseReason.AskedToWait ? Until : Instant.Min(Until, now);
}
