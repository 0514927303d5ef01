namespace TalksBot.Core.Chronicles;

/// <summary>How much a change matters to somebody who was away; the weightiest comes first.</summary>
public enum ChronicleWeight
{
    /// <summary>Something that was told was wrong, or was withdrawn.</summary>
    Correction = 0,

    /// <summary>The talks or one of their deadlines turned: an outcome, a deadline moved, settled or passed, talks suspended.</summary>
    Turn = 1,

    /// <summary>A deadline was set.</summary>
    NewDeadline = 2,

    /// <summary>Accounts of the same thing differ.</summary>
    AccountsDiffer = 3,

    /// <summary>Something was said.</summary>
    Update = 4,

    /// <summary>A session was planned, moved, held or cancelled.</summary>
    Session = 5,

    /// <summary>A sticking point was named, worded or settled.</summary>
    Point = 6,

    /// <summary>Whatever else was recorded.</summary>
    Rest = 7,
}
