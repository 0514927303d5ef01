namespace TalksBot.Slack.Commanding;

/// <summary>What a press does with its line.</summary>
internal enum ButtonAct
{
    /// <summary>Runs it.</summary>
    Run = 0,

    /// <summary>Opens a form in which its long texts can be written.</summary>
    Write = 1,

    /// <summary>Opens a form that shows what it says, to be written or changed.</summary>
    Ask = 2,
}
