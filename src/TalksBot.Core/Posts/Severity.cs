namespace TalksBot.Core.Posts;

/// <summary>How loudly a post looks; platforms turn it into a colour.</summary>
public enum Severity
{
    /// <summary>For reading when there is time.</summary>
    Calm = 0,

    /// <summary>Something changed.</summary>
    Notable = 1,

    /// <summary>Time is short, or something is wrong.</summary>
    Pressing = 2,

    /// <summary>It ended well.</summary>
    Good = 3,
}
