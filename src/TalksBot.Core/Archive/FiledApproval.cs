using TalksBot.Core.Posts;
using TalksBot.Core.Updates;

namespace TalksBot.Core.Archive;

/// <summary>The second editor's word on a flash, as filed.</summary>
public sealed record FiledApproval
{
    /// <summary>Where it stands.</summary>
    public required ApprovalState State { get; init; }

    /// <summary>Who wrote the flash.</summary>
    public required string AskedBy { get; init; }

    /// <summary>Until when it waited.</summary>
    public required Instant Until { get; init; }

    /// <summary>Who answered; empty while nobody has.</summary>
    [Words(UserText.LineLimit, MayBeEmpty = true)]
    public string AnsweredBy { get; init; } = "";

    internal static FiledApproval From(Approval approval) =>
        new() { State = approval.State, AskedBy = approval.AskedBy, Until = approval.Until, AnsweredBy = approval.AnsweredBy };

    internal Approval Restore() => new(State, AskedBy, Until, AnsweredBy);
}
