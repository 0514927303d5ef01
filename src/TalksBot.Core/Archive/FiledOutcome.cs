using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;

namespace TalksBot.Core.Archive;

/// <summary>How talks ended, as filed.</summary>
public sealed record FiledOutcome
{
    /// <summary>The ending.</summary>
    public required OutcomeKind Kind { get; init; }

    /// <summary>One sentence for the record.</summary>
    [Words(UserText.ParagraphLimit)]
    public required string Line { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }

    internal static FiledOutcome From(Outcome outcome) => new() { Kind = outcome.Kind, Line = outcome.Line, At = outcome.At };

    internal Outcome Restore() => new(Kind, Line, At);
}
