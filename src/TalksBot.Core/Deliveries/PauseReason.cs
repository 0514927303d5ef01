namespace TalksBot.Core.Deliveries;

/// <summary>Why nothing is sent for a while. Numbers are stored: never renumber.</summary>
public enum PauseReason
{
    /// <summary>The platform asked to wait, and said how long.</summary>
    AskedToWait = 1,

    /// <summary>What was sent did not get through; of a connection: the platform does not answer when it is asked either.</summary>
    Unreachable = 2,

    /// <summary>An answer was lost, and what it was about cannot be looked for until a person changes something.</summary>
    InDoubt = 3,

    /// <summary>The platform does not accept the connection's credentials.</summary>
    Credentials = 4,

    /// <summary>The platform answers, but takes nothing that is sent there: over the whole connection, or to one channel while others get theirs.</summary>
    TakesNothing = 5,

    /// <summary>Something sent over the connection did not get through, and the platform is being asked whether it is there.</summary>
    Doubted = 6,
}
