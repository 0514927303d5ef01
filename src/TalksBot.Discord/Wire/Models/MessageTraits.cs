namespace TalksBot.Discord.Wire.Models;

/// <summary>The flags a bot may meet or set on a message (discord.md §3).</summary>
[Flags]
public enum MessageTraits
{
    None = 0,
    SuppressEmbeds = 1 << 2,
    Ephemeral = 1 << 6,
    Loading = 1 << 7,
    SuppressNotifications = 1 << 12,
    ComponentsV2 = 1 << 15,
}
