namespace TalksBot.Core.Updates;

/// <summary>Who may see an update. Numbers are stored: never renumber.</summary>
public enum UpdateStanding
{
    /// <summary>Everybody.</summary>
    Public = 1,

    /// <summary>Nobody yet: it is under embargo, or a second editor must look at it.</summary>
    Waiting = 2,

    /// <summary>Nobody any more: the desk withdrew it.</summary>
    Killed = 3,

    /// <summary>Nobody: it was never approved.</summary>
    Dropped = 4,
}
