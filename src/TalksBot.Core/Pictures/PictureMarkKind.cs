namespace TalksBot.Core.Pictures;

/// <summary>What a mark in a picture stands for. Numbers are stored: never renumber.</summary>
public enum PictureMarkKind
{
    /// <summary>A deadline that is still to come.</summary>
    Deadline = 1,

    /// <summary>Where a deadline stood before it was moved.</summary>
    MovedFrom = 2,

    /// <summary>A deadline whose demand was met.</summary>
    Met = 3,

    /// <summary>A deadline that passed: lapsed, or nobody knows yet.</summary>
    Passed = 4,

    /// <summary>A session that was held or is under way.</summary>
    Session = 5,

    /// <summary>A session that is announced.</summary>
    PlannedSession = 6,

    /// <summary>An update.</summary>
    Account = 7,

    /// <summary>An update that has been corrected.</summary>
    CorrectedAccount = 8,
}
