namespace TalksBot.Core.Negotiations;

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
