namespace TalksBot.Core.Platforms;

/// <summary>Tells the people who run the desk of what the bot cannot mend by itself. Adapters call it; it never throws for a busy database.</summary>
public interface IAlarm
{
    /// <summary>Writes it to the log, and queues it for the operations channel where there is one. Call it once for one trouble.</summary>
    Task RaiseAsync(Trouble trouble, CancellationToken token);
}
