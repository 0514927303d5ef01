namespace TalksBot.Core.Digests;

/// <summary>The stretch of time that a digest covers.</summary>
/// <param name="From">The end of the digest before; changes at that instant belong to it.</param>
/// <param name="To">The last instant covered.</param>
/// <param name="Missed">When earlier digests fell due that were never sent and that this one covers, oldest first.</param>
public sealed record DigestWindow(Instant From, Instant To, IReadOnlyList<Instant> Missed)
{
    /// <summary>How many updates came out in it beside those that were read, which are the latest.</summary>
    public int LeftOut { get; init; }
}
