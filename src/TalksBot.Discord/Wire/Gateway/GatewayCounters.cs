namespace TalksBot.Discord.Wire.Gateway;

/// <summary>What went by without becoming an event.</summary>
internal sealed class GatewayCounters
{
    private long _ignored;

    /// <summary>Frames that were malformed or of an unknown kind.</summary>
    public long Ignored => Interlocked.Read(ref _ignored);

    public void Ignore() => Interlocked.Increment(ref _ignored);
}
