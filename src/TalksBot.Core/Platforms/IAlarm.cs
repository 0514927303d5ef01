namespace TalksBot.Core.Platforms;

/// <summary>
/// Tells the people who run the desk of what the bot cannot mend by itself, and of what is over again. Adapters call it; it never throws
/// for a busy database, and says one thing once however often it hears it.
/// </summary>
public interface IAlarm
{
    /// <summary>Writes it to the log, and queues it for the operations channel where there is one.</summary>
    Task RaiseAsync(Trouble trouble, CancellationToken token);

    /// <summary>People cannot give commands over a connection: told when that lasts, with the latest reason.</summary>
    /// <param name="connection">The connection's name, such as <c>discord:main</c>.</param>
    /// <param name="why">What is known of it, in a sentence.</param>
    void Lost(string connection, string why);

    /// <summary>People can give commands over a connection: told where it was told that they could not.</summary>
    /// <param name="connection">The connection's name.</param>
    void Live(string connection);
}

/// <summary>Something amiss with a connection as a whole that a person has to mend.</summary>
/// <param name="Connection">The connection's name, such as <c>discord:main</c>.</param>
/// <param name="What">What happened, in one sentence that stays true when it is read late.</param>
/// <param name="Advice">What to do, in a sentence or two.</param>
public sealed record Trouble(string Connection, string What, string Advice)
{
    /// <summary>Nobody can give a command over the connection until that is mended; its return is told too.</summary>
    public bool StopsCommands { get; init; }

    /// <summary>Nothing can be posted over the connection either, so it is told over another one.</summary>
    public bool StopsPosts { get; init; }
}

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
