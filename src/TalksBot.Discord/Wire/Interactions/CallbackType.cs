namespace TalksBot.Discord.Wire.Interactions;

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
