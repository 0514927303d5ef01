namespace TalksBot.Slack.Wire.SocketMode;

/// <summary>What went by without reaching the handler.</summary>
internal sealed class SocketCounters
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

    public void Begin() => Interlocked.Increment(ref _live);

    public void End() => Interlocked.Decrement(ref _live);
}
