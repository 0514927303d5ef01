namespace TalksBot.Discord.Commanding;

/// <summary>What a press, or the sending of a form, does with its line.</summary>
internal enum ButtonAct
{
    /// <summary>Runs it.</summary>
    Run = 0,

    /// <summary>Opens a form in which its long texts can be written anew.</summary>
    Write = 1,

    /// <summary>Runs it with what was written in the form.</summary>
    Form = 2,

    /// <summary>Opens a form that shows what it says, to be written or changed.</summary>
    Ask = 3,
}
