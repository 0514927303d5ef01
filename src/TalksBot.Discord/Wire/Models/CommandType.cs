namespace TalksBot.Discord.Wire.Models;

/// <summary>Where a command is found: typed, or in the menu of a user or a message (discord.md §6).</summary>
public enum CommandType
{
    ChatInput = 1,
    User = 2,
    Message = 3,
}
