namespace TalksBot.Discord.Wire.Models;

/// <summary>Where a global command may be used (discord.md §6).</summary>
public enum CommandContext
{
    Guild = 0,
    BotDirectMessage = 1,
    PrivateChannel = 2,
}
