namespace TalksBot.Discord.Wire.Gateway;

/// <summary>How to hold the gateway.</summary>
public sealed record GatewayOptions
{
    /// <summary>None is enough for interactions; <see cref="GatewayIntents.Guilds"/> tells of channels, roles and servers that change too.</summary>
    public GatewayIntents Intents { get; init; } = GatewayIntents.None;

    /// <summary>How many connections share the guilds; null takes as many as Discord tells (discord.md §9).</summary>
    public int? Shards { get; init; }

    /// <summary>The library name told to Discord.</summary>
    public string Name { get; init; } = "talksbot";

    /// <summary>How long to wait for a connection and its Hello.</summary>
    public TimeSpan HelloTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long Discord may say nothing between Hello and READY or RESUMED.</summary>
    public TimeSpan ReadyTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The first pause after connections that did not stay; each further one is three times as long.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest pause between two connections.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The longest pause while nobody answers at all, where trying costs nothing.</summary>
    public TimeSpan LongestSilence { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How long a connection has to stay before the next failure counts as the first.</summary>
    public TimeSpan HealthyAfter { get; init; } = TimeSpan.FromMinutes(1);

    internal Pauses Pauses => new(FirstPause, LongestPause, LongestSilence, HealthyAfter);
}

/// <summary>Which events to be sent; interactions come with none at all (discord.md §9).</summary>
[Flags]
public enum GatewayIntents
{
    None = 0,

    /// <summary>Guilds, channels and roles as they change.</summary>
    Guilds = 1,
}

/// <summary>What went by without becoming an event.</summary>
internal sealed class GatewayCounters
{
    private long _ignored;

    /// <summary>Frames that were malformed or of an unknown kind.</summary>
    public long Ignored => Interlocked.Read(ref _ignored);

    public void Ignore() => Interlocked.Increment(ref _ignored);
}
