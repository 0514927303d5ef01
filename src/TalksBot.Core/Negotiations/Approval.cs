namespace TalksBot.Core.Negotiations;

/// <summary>The second editor's word on a flash.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="AskedBy">Who wrote the flash, by the platform's lasting identity; they cannot approve it.</param>
/// <param name="Until">When it expires unless somebody approves.</param>
/// <param name="AnsweredBy">Who approved or rejected it, in print; empty while nobody has.</param>
public sealed record Approval(ApprovalState State, string AskedBy, Instant Until, string AnsweredBy)
{
    /// <summary>How long a flash waits for a second editor.</summary>
    public static readonly Duration Wait = Duration.FromMinutes(15);
}

/// <summary>Where a flash stands on its way to the channels. Names are stored: never rename.</summary>
public enum ApprovalState
{
    /// <summary>A second editor must look at it.</summary>
    Waiting,

    /// <summary>A second editor approved it.</summary>
    Approved,

    /// <summary>A second editor rejected it.</summary>
    Rejected,

    /// <summary>Nobody answered in time.</summary>
    Expired,
}
