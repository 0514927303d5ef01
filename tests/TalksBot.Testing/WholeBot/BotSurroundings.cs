using Microsoft.Extensions.Logging;
using TalksBot.Core.Channels;
using TalksBot.Core.Digests;
using TalksBot.Core.Platforms;

namespace TalksBot.Testing.WholeBot;

/// <summary>What a <see cref="TestBot"/> finds around it, also after it was started again.</summary>
public sealed record BotSurroundings
{
    /// <summary>Platforms beside the one that remembers; one of the same name takes its place.</summary>
    public IReadOnlyList<IPlatform> Others { get; init; } = [];

    /// <summary>Where everything goes that is logged; null where nobody reads it.</summary>
    public ILoggerProvider? Log { get; init; }

    /// <summary>The database system; null where it does not matter.</summary>
    public string? Database { get; init; }

    /// <summary>The configuration, but for the database.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Settings { get; init; } = [];

    /// <summary>Who outside chat hears of troubles.</summary>
    public IReadOnlyList<LastResort> LastResorts { get; init; } = [];

    /// <summary>Who outside chat gets digests.</summary>
    public IReadOnlyList<DigestSubscription> Subscriptions { get; init; } = [];

    /// <summary>True where the nightly work is done too.</summary>
    public bool KeepsUp { get; init; }
}
