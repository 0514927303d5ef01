namespace TalksBot.Core.Negotiations;

/// <summary>Where a deadline stands. Numbers are stored: never renumber.</summary>
public enum DeadlineState
{
    /// <summary>Still to come, as first set.</summary>
    Standing = 1,

    /// <summary>Still to come, at another time than first set.</summary>
    Moved = 2,

    /// <summary>What it demanded was done.</summary>
    Met = 3,

    /// <summary>It passed and what it demanded was not done.</summary>
    Lapsed = 4,

    /// <summary>Whoever set it took it back.</summary>
    Withdrawn = 5,

    /// <summary>It passed and nobody has said what came of it.</summary>
    PassedUnknown = 6,
}
