namespace TalksBot.Core.Negotiations;

/// <summary>What can be done to a record. Names are stored: never rename.</summary>
public enum ChangeVerb
{
    /// <summary>The talks were opened.</summary>
    Opened,

    /// <summary>Something was added to the talks.</summary>
    Added,

    /// <summary>A deadline or session falls at another time.</summary>
    Moved,

    /// <summary>A deadline was met.</summary>
    Met,

    /// <summary>A deadline lapsed.</summary>
    Lapsed,

    /// <summary>A deadline was withdrawn.</summary>
    Withdrawn,

    /// <summary>A deadline passed with its outcome unknown.</summary>
    Passed,

    /// <summary>A session began.</summary>
    Started,

    /// <summary>A session ended.</summary>
    Ended,

    /// <summary>A session was cancelled.</summary>
    Cancelled,

    /// <summary>An update was set against another.</summary>
    Disputed,

    /// <summary>Something reads otherwise: the talks, a deadline, a session, a sticking point, a follow, or an update that nobody had seen.</summary>
    Set,

    /// <summary>A sticking point was settled.</summary>
    Settled,

    /// <summary>The talks were suspended.</summary>
    Suspended,

    /// <summary>The talks were resumed.</summary>
    Resumed,

    /// <summary>The talks' outcome was recorded.</summary>
    Concluded,

    /// <summary>The talks were closed.</summary>
    Closed,

    /// <summary>A follow was removed.</summary>
    Removed,

    /// <summary>A channel was muted because it cannot be posted to.</summary>
    Muted,

    /// <summary>An update was put right.</summary>
    Corrected,

    /// <summary>An update was withdrawn.</summary>
    Killed,

    /// <summary>An embargo was given another end.</summary>
    Embargoed,

    /// <summary>An embargo ended.</summary>
    Lifted,

    /// <summary>An embargo was ended before its time.</summary>
    Broken,

    /// <summary>A flash was approved by a second editor.</summary>
    Approved,

    /// <summary>A flash was rejected by a second editor.</summary>
    Rejected,

    /// <summary>A flash expired because nobody approved it.</summary>
    Expired,

    /// <summary>Somebody of the desk has seen an alert or a correction.</summary>
    Acknowledged,

    /// <summary>A change was taken back.</summary>
    Undone,

    /// <summary>Somebody was given a role.</summary>
    Granted,

    /// <summary>Somebody lost a role, or a token opens nothing any more.</summary>
    Revoked,

    /// <summary>A server claimed a connection, which obeys it from then on.</summary>
    Claimed,

    /// <summary>Two accounts were said to be one person.</summary>
    Joined,

    /// <summary>Two accounts were said to be two people after all.</summary>
    Parted,

    /// <summary>Talks that had ended are followed again, and so is a deadline that their end had settled.</summary>
    Reopened,

    /// <summary>Somebody covers a deadline or session, or nobody does any more.</summary>
    Covered,

    /// <summary>A token was made that opens a door on the web.</summary>
    Issued,

    /// <summary>The desk wants to be asked later what came of a deadline.</summary>
    Snoozed,
}
