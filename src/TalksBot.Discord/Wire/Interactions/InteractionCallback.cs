namespace TalksBot.Discord.Wire.Interactions;

/// <summary>The first answer to an interaction as it goes over the wire (discord.md §7).</summary>
internal sealed record InteractionCallback<TData>(CallbackType Type, TData? Data = null)
    where TData : class;
