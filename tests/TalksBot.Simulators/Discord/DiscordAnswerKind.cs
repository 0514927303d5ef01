namespace TalksBot.Simulators.Discord;

/// <summary>What a person got for a command, a press or a form.</summary>
public enum DiscordAnswerKind
{
    /// <summary>Nothing within the deadline: "The application did not respond".</summary>
    Missed,
    Message,

    /// <summary>The message that was pressed has changed.</summary>
    Update,

    /// <summary>Taken note of without a word; a change may follow.</summary>
    Acknowledged,
    Choices,
    Modal,
}
