namespace TalksBot.Simulators.Discord.Interactions;

/// <summary>Interaction types. Protocol sheet §7.</summary>
internal enum InteractionKind
{
    Ping = 1,
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    ModalSubmit = 5,
}
