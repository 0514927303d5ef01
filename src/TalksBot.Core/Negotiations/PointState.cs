namespace TalksBot.Core.Negotiations;

/// <summary>Where a sticking point stands. Numbers are stored: never renumber.</summary>
public enum PointState
{
    /// <summary>The sides differ.</summary>
    Open = 1,

    /// <summary>The sides are moving towards each other.</summary>
    Narrowing = 2,

    /// <summary>The sides agree.</summary>
    Settled = 3,
}
