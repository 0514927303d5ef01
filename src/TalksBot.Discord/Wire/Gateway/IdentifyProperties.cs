namespace TalksBot.Discord.Wire.Gateway;

/// <summary>What Discord wants to know about the program (discord.md §9).</summary>
internal sealed record IdentifyProperties(string Os, string Browser, string Device);
