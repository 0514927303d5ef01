using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Wire.Interactions;

/// <summary>An argument given, or the subcommand that holds them; <c>Focused</c> is the one being completed.</summary>
public sealed record InteractionOption(
    string Name,
    CommandOptionType Type,
    OptionValue? Value = null,
    IReadOnlyList<InteractionOption>? Options = null,
    bool Focused = false);
