namespace TalksBot.Core.Updates;

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
