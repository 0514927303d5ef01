namespace TalksBot.Core.Times;

/// <summary>Whether a typed time may lie in the past.</summary>
public enum TimeTense
{
    /// <summary>For something new: a past time is refused, and a date without a year is the next one.</summary>
    Future,

    /// <summary>For history and look-ups: a date without a year is the nearest one.</summary>
    Any,

    /// <summary>For what has been: a time to come is refused, an hour is the last one, and a day without an hour begins at midnight.</summary>
    Past,
}
