namespace TalksBot.Core.Platforms;

/// <summary>A platform that keeps what it showed by itself, and lets go of it when the desk does.</summary>
public interface IRemembersMessages
{
    /// <summary>Forgets messages that were last touched before then and that the desk has forgotten too.</summary>
    /// <param name="before">What was touched at or after this moment stays.</param>
    /// <param name="needed">Of these messages, those that the desk still knows: they stay, however old, since a correction may have to reach them.</param>
    /// <returns>How many were forgotten.</returns>
    Task<int> ForgetAsync(Instant before, Func<IReadOnlyCollection<string>, CancellationToken, Task<IReadOnlySet<string>>> needed, CancellationToken token);
}
