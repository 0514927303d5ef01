using TalksBot.Core.Posts;
using TalksBot.Core.Updates;

namespace TalksBot.Core.Archive;

/// <summary>How an update read before a correction, as filed.</summary>
public sealed record FiledRevision
{
    /// <summary>The words that were wrong.</summary>
    [Words(UserText.ParagraphLimit)]
    public required string Text { get; init; }

    /// <summary>Whom they were attributed to.</summary>
    public required string Attribution { get; init; }

    /// <summary>When they were corrected.</summary>
    public required Instant CorrectedAt { get; init; }

    /// <summary>Who corrected them.</summary>
    public required string CorrectedBy { get; init; }

    internal static FiledRevision From(Revision revision) => new()
    {
        Text = revision.Text,
        Attribution = revision.Attribution,
        CorrectedAt = revision.CorrectedAt,
        CorrectedBy = revision.CorrectedBy,
    };

    internal Revision Restore() => new(Text, Attribution, CorrectedAt, CorrectedBy);
}
