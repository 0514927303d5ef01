namespace TalksBot.Discord.Wire.Gateway;

/// <summary>How to hold the gateway.</summary>
public sealed record GatewayOptions
{
    /// <summary>The fewest there are: interactions need none, and nothing else is listened for.</summary>
    public GatewayIntents Intents { get; init; } = GatewayIntents.None;

    /// <summary>How many connections share the guilds; null takes as many as Discord tells (discord.md §9).</summary>
    public int? Shards { get; init; }

    /// <summary>The library name told to Discord.</summary>
    public string Name { get; init; } = "talksbot";

    /// <summary>How long to wait for a connection and its Hello.</summary>
    public TimeSpan HelloTimeout { get; init; } = TimeSpan.FromSeconds(20);
}
