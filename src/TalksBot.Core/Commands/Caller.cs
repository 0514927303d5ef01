using TalksBot.Core.Channels;

namespace TalksBot.Core.Commands;

/// <summary>Who gave a command, and where.</summary>
/// <param name="Name">The person as the record names them.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Channel">The channel the command came from.</param>
public sealed record Caller(string Name, Role Role, ChannelAddress Channel)
{
    /// <summary>The person by the platform's lasting identity, such as <c>discord:main/user/456</c>; names change, this does not.</summary>
    public string Person { get; init; } = Name;

    /// <summary>The server they give it on, as the platform names it; null where the platform has none, or in a direct message.</summary>
    public string? Server { get; init; }

    /// <summary>True when they give it in a direct message, where nobody else would read an answer or news.</summary>
    public bool IsDirect { get; init; }

    /// <summary>True when the platform lets them manage that server.</summary>
    public bool RunsServer { get; init; }

    /// <summary>The clock on their own wall, as the platform knows it; null where it does not.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>
    /// What the platform calls this command, press or form, such as <c>discord:main/interaction/9</c>: however often it is told, also
    /// after a restart, the record changes by it once. Null where nothing is told twice.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>True when whoever gives the commands has agreed to what they post beforehand, so nothing is previewed.</summary>
    public bool HasAgreed { get; init; }
}
