namespace TalksBot.Discord.Wire.Models;

/// <summary>Captions one input of a modal: label 45, description 100 characters (discord.md §4).</summary>
public sealed record ModalLabel(string Label, Component Component, string? Description = null) : Component;
