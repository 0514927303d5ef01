namespace TalksBot.Slack.Commanding;

/// <summary>Where an answer at an address goes.</summary>
internal enum AnswerPlace
{
    /// <summary>Below a command: a private message, which nothing said at the same address replaces (slack.md §7).</summary>
    Own = 0,

    /// <summary>In place of the private message whose button was pressed.</summary>
    Original = 1,

    /// <summary>Beside the post whose button was pressed, which everybody sees and nothing may replace.</summary>
    Beside = 2,
}
