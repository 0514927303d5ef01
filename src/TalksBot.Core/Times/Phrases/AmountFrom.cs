namespace TalksBot.Core.Times.Phrases;

/// <summary>Where a typed span starts and which way it runs.</summary>
internal enum AmountFrom
{
    /// <summary>"in 90m": on from now.</summary>
    Now,

    /// <summary>"90m ago": back from now.</summary>
    BackFromNow,

    /// <summary>"+90m": on from the time being moved.</summary>
    MovedTime,

    /// <summary>"-90m": back from the time being moved.</summary>
    BackFromMovedTime,

    /// <summary>"a week from Friday": on from the time named beside it.</summary>
    NamedTime,

    /// <summary>"2 hours before midnight": back from the time named beside it.</summary>
    BackFromNamedTime,

    /// <summary>"90m" with nothing to say which.</summary>
    Unsaid,
}
