namespace TalksBot.Core.Negotiations;

/// <summary>How the talks ended.</summary>
/// <param name="Kind">The ending.</param>
/// <param name="Line">One sentence for the record.</param>
/// <param name="At">When it was recorded.</param>
public sealed record Outcome(OutcomeKind Kind, string Line, Instant At);

/// <summary>How talks can end. Numbers are stored: never renumber.</summary>
public enum OutcomeKind
{
    /// <summary>An agreement: open deadlines are met.</summary>
    Agreed = 1,

    /// <summary>The deadline passed without agreement and its consequence is in force.</summary>
    Lapsed = 2,

    /// <summary>The parties gave up; deadlines still to come go on standing.</summary>
    Collapsed = 3,
}
