namespace TalksBot.Core.Platforms;

/// <summary>Looks at what no channel's check sees: whether the connections of a platform are set up as they should be, and their credentials accepted.</summary>
public interface IConnectionDiagnostics
{
    /// <summary>Every fault there is; none where all is well.</summary>
    Task<IReadOnlyList<ConnectionFault>> FaultsAsync(CancellationToken token);
}

/// <summary>Something amiss with a connection.</summary>
/// <param name="Connection">The connection's name, such as <c>discord:main</c>.</param>
/// <param name="Line">What is wrong and what mends it, in one sentence.</param>
public sealed record ConnectionFault(string Connection, string Line)
{
    /// <summary>The setting that is at fault, such as <c>TalksBot:Platforms:Slack:main:BotToken</c>; null where none is.</summary>
    public string? Setting { get; init; }
}

/// <summary>What a platform is given to make an app for the bot from.</summary>
public interface IAppManifest
{
    /// <summary>The platform, as in channel addresses.</summary>
    string Platform { get; }

    /// <summary>The manifest.</summary>
    /// <param name="reachedAt">The https address at which the platform reaches the bot; null where the bot asks the platform.</param>
    string Write(Uri? reachedAt);
}

/// <summary>The addresses by which whoever runs a place of a platform lets the bot in.</summary>
public interface IInvitations
{
    /// <summary>One for each connection of the platform.</summary>
    Task<IReadOnlyList<Invitation>> AllAsync(CancellationToken token);
}

/// <summary>A connection's invitation.</summary>
/// <param name="Connection">The connection's name.</param>
/// <param name="Line">The address, or the sentence that says why there is none.</param>
/// <param name="IsAddress">True when it is an address.</param>
public sealed record Invitation(string Connection, string Line, bool IsAddress);
