namespace TalksBot.Core.Times.Phrases;

/// <summary>The half of the day.</summary>
internal enum Meridiem
{
    /// <summary>Before noon.</summary>
    Am,

    /// <summary>From noon on.</summary>
    Pm,
}
