namespace TalksBot.Discord.Wire.Models;

/// <summary>One line or several (discord.md §4).</summary>
public enum TextInputStyle
{
    SingleLine = 1,
    Paragraph = 2,
}
