namespace TalksBot.Slack.Wire.SocketMode;

/// <summary>How to hold the sockets (slack.md §6).</summary>
public sealed record SocketOptions
{
    /// <summary>How many at once, so that one is there while another is renewed; 10 at most for the whole app.</summary>
    public int Connections { get; init; } = 2;

    /// <summary>How far apart they begin, so that Slack does not end them together.</summary>
    public TimeSpan Stagger { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long to wait for a connection and its hello.</summary>
    public TimeSpan HelloTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>When an envelope nobody has acknowledged is acknowledged with nothing: Slack waits three seconds.</summary>
    public TimeSpan AckWithin { get; init; } = TimeSpan.FromSeconds(2.5);

    /// <summary>How long a connection that Slack is about to close may still bring something.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often to ask whether the other side is still there.</summary>
    public TimeSpan PingEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long it may take to say so.</summary>
    public TimeSpan PingTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The first pause after connections that did not stay; each further one is three times as long.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest pause between two connections.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The longest pause while nobody answers at all.</summary>
    public TimeSpan LongestSilence { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How long a connection has to stay before the next failure counts as the first.</summary>
    public TimeSpan HealthyAfter { get; init; } = TimeSpan.FromMinutes(1);

    internal Pauses Pauses => new(FirstPause, LongestPause, LongestSilence, HealthyAfter);

    /// <summary>What is wrong with these options and how to mend it, or null.</summary>
    public string? Fault()
    {
        if (Connections is < 1 or > 10)
        {
            return "Slack allows 1 to 10 sockets for an app.";
        }

        if (AckWithin <= TimeSpan.Zero || AckWithin >= TimeSpan.FromSeconds(3))
        {
            return "Acknowledgements have to leave within three seconds.";
        }

        return Stagger < TimeSpan.Zero
            || Drain < TimeSpan.Zero
            || HelloTimeout <= TimeSpan.Zero
            || PingEvery <= TimeSpan.Zero
            || PingTimeout <= TimeSpan.Zero
                ? "The socket's times must not be negative, nor those for hello and pings zero."
                : null;
    }
}

/// <summary>What went by without reaching the handler.</summary>
/// <param name="changed">Told of the number of live connections whenever it changes.</param>
internal sealed class SocketCounters(Action<int> changed)
{
    private long _ignored;
    private long _repeated;
    private int _live;

    /// <summary>Frames that were malformed or of an unknown kind.</summary>
    public long Ignored => Interlocked.Read(ref _ignored);

    /// <summary>Envelopes that came again.</summary>
    public long Repeated => Interlocked.Read(ref _repeated);

    /// <summary>Connections that have said hello and not ended.</summary>
    public int Live => Volatile.Read(ref _live);

    public void Ignore() => Interlocked.Increment(ref _ignored);

    public void Repeat() => Interlocked.Increment(ref _repeated);

    public void Begin() => changed(Interlocked.Increment(ref _live));

    public void End() => changed(Interlocked.Decrement(ref _live));
}
