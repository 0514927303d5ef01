namespace TalksBot.Core.Platforms;

/// <summary>
/// Told by adapters when something happened to a channel that may keep posts from it: it was archived, deleted or left, or rights were
/// taken away. Whoever watches looks for itself, so an adapter need not know what it means.
/// </summary>
public interface IPlaceWatch
{
    /// <summary>Looks whether it can still be posted to; never throws for a busy database.</summary>
    /// <param name="connection">The connection's name, such as <c>discord:main</c>.</param>
    /// <param name="channel">The channel as the platform names it; null for all of the connection's.</param>
    Task LookAsync(string connection, string? channel, CancellationToken token);
}
