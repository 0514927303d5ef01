using System.Diagnostics.CodeAnalysis;
using TalksBot.Core.Platforms;

namespace TalksBot.Core.Channels;

/// <summary>Where a post goes, written <c>terminal:desk</c> or <c>platform:connection/channel</c>.</summary>
/// <param name="Platform">The platform's name in lower case.</param>
/// <param name="Connection">Which of several connections of that platform; empty where there is only one.</param>
/// <param name="Channel">The channel as the platform names it.</param>
public sealed record ChannelAddress(string Platform, string Connection, string Channel)
{
    /// <summary>The longest address accepted, in characters.</summary>
    public const int LongestLength = 200;

    /// <summary>The name of the <see cref="IPlatform"/> that serves this channel.</summary>
    public string ConnectionName => Connection.Length == 0 ? Platform : $"{Platform}:{Connection}";

    /// <summary>Reads an address; false when it is not one.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ChannelAddress? address)
    {
        address = null;
        if (text is null || text.Length > LongestLength || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            return false;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == text.Length - 1)
        {
            return false;
        }

        var place = text[(colon + 1)..];
        var slash = place.IndexOf('/', StringComparison.Ordinal);
        var connection = slash < 0 ? "" : place[..slash];
        var channel = place[(slash + 1)..];
        if (channel.Length == 0 || slash == 0)
        {
            return false;
        }

        address = new ChannelAddress(text[..colon].ToLowerInvariant(), connection, channel);
        return true;
    }

    /// <summary>The address as <see cref="TryParse"/> reads it.</summary>
    public override string ToString() =>
        Connection.Length == 0 ? $"{Platform}:{Channel}" : $"{Platform}:{Connection}/{Channel}";
}

/// <summary>One message on a platform.</summary>
/// <param name="Channel">The channel it stands in.</param>
/// <param name="MessageId">The id the platform gave it.</param>
public sealed record MessageAddress(ChannelAddress Channel, string MessageId);

/// <summary>A connection that is configured; known before its platform is made, so that settings can be held against it.</summary>
/// <param name="Name">As in <see cref="ChannelAddress.ConnectionName"/>: <c>terminal</c>, <c>discord:main</c>.</param>
public sealed record KnownConnection(string Name)
{
    /// <summary>True when the configuration names no server that it obeys, so that a server has to claim it.</summary>
    public bool NeedsClaim { get; init; }

    /// <summary>True where people give commands over it.</summary>
    public bool TakesCommands { get; init; } = true;

    /// <summary>What tells the bot that speaks over it from every other, as a hash; empty where none does.</summary>
    public string Bot { get; init; } = "";
}
