namespace TalksBot.Discord.Wire.Gateway;

/// <summary>Which events to be sent; interactions come with none at all (discord.md §9).</summary>
[Flags]
public enum GatewayIntents
{
    None = 0,

    /// <summary>Guilds, channels and roles as they change.</summary>
    Guilds = 1,
}
