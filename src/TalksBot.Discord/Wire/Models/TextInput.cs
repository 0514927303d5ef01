namespace TalksBot.Discord.Wire.Models;

/// <summary>A text box of a modal, inside a <see cref="ModalLabel"/> (discord.md §4).</summary>
public sealed record TextInput(
    string CustomId,
    TextInputStyle Style,
    string? Value = null,
    string? Placeholder = null,
    bool? Required = null,
    int? MinLength = null,
    int? MaxLength = null) : Component;
