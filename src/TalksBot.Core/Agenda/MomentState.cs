namespace TalksBot.Core.Agenda;

/// <summary>Where a due moment stands. Numbers are stored: never renumber.</summary>
public enum MomentState
{
    /// <summary>Still to be claimed.</summary>
    Open = 1,

    /// <summary>Its deliveries are written.</summary>
    Claimed = 2,

    /// <summary>Its cause went away.</summary>
    Cancelled = 3,
}
