namespace TalksBot.Discord.Wire.Interactions;

/// <summary>What was done (discord.md §7).</summary>
public enum InteractionType
{
    Ping = 1,
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    ModalSubmit = 5,
}
