namespace TalksBot.Core.Posts;

/// <summary>What a post means to its reader; platforms turn it into a colour, one for each meaning. Numbers are stored: never renumber.</summary>
public enum Severity
{
    /// <summary>For reading when there is time: an update, a digest, a status.</summary>
    Calm = 0,

    /// <summary>Something said before is put right.</summary>
    Notable = 1,

    /// <summary>Time is short, or the news cannot wait.</summary>
    Pressing = 2,

    /// <summary>It came to pass: a session, a deadline met, an agreement.</summary>
    Good = 3,

    /// <summary>A deadline nears, or falls at another time.</summary>
    Nearing = 4,

    /// <summary>A deadline passed.</summary>
    Passed = 5,

    /// <summary>Something is not to be used any more.</summary>
    Withdrawn = 6,

    /// <summary>Something is wrong with the bot, or was refused.</summary>
    Trouble = 7,
}
