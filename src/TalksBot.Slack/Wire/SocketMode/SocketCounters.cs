namespace TalksBot.Slack.Wire.SocketMode;

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
