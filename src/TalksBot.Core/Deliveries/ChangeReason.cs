namespace TalksBot.Core.Deliveries;

/// <summary>Why a message that stands somewhere is changed. Numbers are stored: never renumber.</summary>
public enum ChangeReason
{
    /// <summary>Words in it were killed: nothing about it may wait longer than it must.</summary>
    Killed = 1,

    /// <summary>What it tells was taken back.</summary>
    Undone = 2,

    /// <summary>Words in it were wrong.</summary>
    Corrected = 3,

    /// <summary>What was changed about it was taken back, so it reads as before.</summary>
    Restored = 4,

    /// <summary>Somebody answered what it asks.</summary>
    Answered = 5,

    /// <summary>It shows where the talks stand, and they stand otherwise.</summary>
    Status = 6,

    /// <summary>Its picture follows its words.</summary>
    Picture = 7,

    /// <summary>It is kept up to date no more.</summary>
    Ended = 8,
}
