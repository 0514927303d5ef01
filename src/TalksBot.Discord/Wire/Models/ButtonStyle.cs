namespace TalksBot.Discord.Wire.Models;

/// <summary>How a button looks; a link sends no interaction (discord.md §4).</summary>
public enum ButtonStyle
{
    Primary = 1,
    Secondary = 2,
    Success = 3,
    Danger = 4,
    Link = 5,
}
