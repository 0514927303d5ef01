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
