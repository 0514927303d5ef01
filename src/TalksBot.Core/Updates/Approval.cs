namespace TalksBot.Core.Updates;

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
