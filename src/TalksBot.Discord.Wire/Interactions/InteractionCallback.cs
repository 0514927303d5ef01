using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Wire.Interactions;

/// <summary>The first answer to an interaction as it goes over the wire (discord.md §7).</summary>
internal sealed record InteractionCallback<TData>(CallbackType Type, TData? Data = null)
    where TData : class;

/// <summary>The ways to answer first (discord.md §7).</summary>
internal enum CallbackType
{
    Message = 4,
    DeferredMessage = 5,
    DeferredUpdate = 6,
    UpdateMessage = 7,
    Autocomplete = 8,
    Modal = 9,
}

/// <summary>What to offer while somebody types: 25 choices at most (discord.md §6).</summary>
internal sealed record AutocompleteChoices(IReadOnlyList<CommandChoice> Choices);
