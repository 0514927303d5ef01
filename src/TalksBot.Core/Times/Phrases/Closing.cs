namespace TalksBot.Core.Times.Phrases;

/// <summary>Something whose end people name without an hour.</summary>
internal enum Closing
{
    /// <summary>"EOD", "COB", "end of the day".</summary>
    Day,

    /// <summary>"end of the week".</summary>
    Week,

    /// <summary>"end of June", "end of the month".</summary>
    Month,

    /// <summary>"end of the year".</summary>
    Year,
}
