namespace TalksBot.Discord.Wire.Models;

/// <summary>How an app is installed (discord.md §6).</summary>
public enum InstallationKind
{
    /// <summary>On a server, by somebody who manages it.</summary>
    Server = 0,

    /// <summary>By one person for themself, who then brings it wherever they go.</summary>
    Person = 1,
}
