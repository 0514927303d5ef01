namespace TalksBot.Core.Digests;

/// <summary>What becomes of a digest that fell due. A closed set: send it, or leave its news to the next one.</summary>
public abstract record DigestDecision
{
    private DigestDecision()
    {
    }

    /// <summary>Send the latest digest due.</summary>
    /// <param name="Window">What it covers.</param>
    /// <param name="DueAt">When it was due.</param>
    /// <param name="Next">When the one after it falls due.</param>
    public sealed record Send(DigestWindow Window, Instant DueAt, Instant Next) : DigestDecision;

    /// <summary>Send nothing now: the digest due next covers this one's news too, and says so.</summary>
    /// <param name="Next">When it falls due.</param>
    public sealed record MergeIntoNext(Instant Next) : DigestDecision;
}
