namespace TalksBot.Features.Desk;

/// <summary>What a desk means by an hour with neither am nor pm.</summary>
public enum DeskHours
{
    /// <summary>Nobody can tell, so it is asked.</summary>
    Ask,

    /// <summary>An hour of the 24-hour clock: 10:00 is ten in the morning.</summary>
    TwentyFour,
}
