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

    /// <summary>"90m" with nothing to say which.</summary>
    Unsaid,
}
