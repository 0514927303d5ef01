using TalksBot.Core.Channels;

namespace TalksBot.Core.Deliveries;

/// <summary>
/// A channel, or a whole connection, is sent nothing for a while. The pause belongs to the channel and not to what waits there,
/// so order holds over a restart and one success ends it for everything. It stands until something got through: from
/// <see cref="Until"/> on, one delivery at a time is let out to find that out.
/// </summary>
public sealed class ChannelPause
{
    /// <summary>So many attempts in a row come to nothing before a platform that answers is said to take nothing.</summary>
    private const int TriesToBeSure = 3;

    /// <summary>What is over by then is no news for the operations channel.</summary>
    private static readonly Duration ToldAfter = Duration.FromSeconds(30);

    /// <summary>The shortest time between two attempts: before it is over, a post whose answer was lost need not be visible yet.</summary>
    private static readonly Duration BetweenTries = Duration.FromSeconds(1);

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

    /// <summary>How many attempts have come to nothing for this reason.</summary>
    public int Tries { get; private set; }

    /// <summary>When something was last sent that did not get through.</summary>
    public Instant TriedAt { get; private set; }

    /// <summary>When the log said that it began; null while it did not.</summary>
    public Instant? WarnedAt { get; private set; }

    /// <summary>When the operations channel was told; null while it was not.</summary>
    public Instant? ToldAt { get; private set; }

    /// <summary>True for the pause of a connection as a whole.</summary>
    public bool IsWhole => Place.Length == 0;

    /// <summary>The channel; null for the connection as a whole.</summary>
    public ChannelAddress? Channel => ChannelAddress.TryParse(Place, out var channel) ? channel : null;

    /// <summary>True while the platform keeps silent towards what is sent: it asks for nothing, and nobody need change anything.</summary>
    public bool IsSilence => Reason is PauseReason.Unreachable or PauseReason.TakesNothing or PauseReason.Doubted;

    /// <summary>True once it is known for sure, so that people must know it too.</summary>
    public bool IsCertain => Reason switch
    {
        PauseReason.Credentials => true,
        PauseReason.Unreachable => IsWhole,
        PauseReason.TakesNothing or PauseReason.Doubted => Tries >= TriesToBeSure,
        _ => false,
    };

    /// <summary>When the operations channel must be told; null where it need not be, or was.</summary>
    public Instant? TellAt => WarnedAt is null || ToldAt is not null ? null : Reason is PauseReason.Credentials ? Since : Since + ToldAfter;

    /// <summary>An attempt came to nothing again.</summary>
    public void Prolong(Instant at, Instant until, PauseReason reason, string why) => (TriedAt, Until, Reason, Why, Tries) = (at, until, reason, why, Tries + 1);

    /// <summary>It is known better what it is about, and counted from the beginning.</summary>
    public void TurnInto(PauseReason reason, Instant until, string why) => (Reason, Until, Why, Tries) = (reason, until, why, 0);

    /// <summary>It is another trouble from now on, of which nobody has heard.</summary>
    public void BeginAnew(Instant at) => (Since, WarnedAt, ToldAt) = (at, null, null);

    /// <summary>The platform is there: what is sent does not get through for another reason.</summary>
    public void TurnOutAnswering() => Reason = PauseReason.TakesNothing;

    /// <summary>
    /// Others of the connection get through, so it is tried at once here, and if that fails it is a trouble of its own. What the platform
    /// asked to wait for, and what a person must mend, is waited for.
    /// </summary>
    public void TryAt(Instant now)
    {
        if (Reason is PauseReason.Unreachable)
        {
            TurnInto(PauseReason.TakesNothing, Instant.Min(Until, Instant.Max(now, TriedAt + BetweenTries)), Why);
        }
    }

    /// <summary>The machine's clock was set back by so much: what is left to wait stays as long as it was.</summary>
    public void SetBack(Duration by) => (Since, TriedAt, Until) = (Since - by, TriedAt - by, Until - by);

    /// <summary>The log says that it began.</summary>
    public void RecordWarned(Instant now) => WarnedAt = now;

    /// <summary>The operations channel is told.</summary>
    public void RecordTold(Instant now) => ToldAt = now;
}

/// <summary>Why nothing is sent for a while. Numbers are stored: never renumber.</summary>
public enum PauseReason
{
    /// <summary>The platform asked to wait, and said how long.</summary>
    AskedToWait = 1,

    /// <summary>What was sent did not get through; of a connection: the platform does not answer when it is asked either.</summary>
    Unreachable = 2,

    /// <summary>An answer was lost, and what it was about cannot be looked for until a person changes something.</summary>
    InDoubt = 3,

    /// <summary>The platform does not accept the connection's credentials.</summary>
    Credentials = 4,

    /// <summary>The platform answers, but takes nothing that is sent there: over the whole connection, or to one channel while others get theirs.</summary>
    TakesNothing = 5,

    /// <summary>Something sent over the connection did not get through, and the platform is being asked whether it is there.</summary>
    Doubted = 6,
}
