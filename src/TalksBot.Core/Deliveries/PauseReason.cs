namespace TalksBot.Core.Deliveries;

/// <summary>Why nothing is sent for a while. Numbers are stored: never renumber.</summary>
public enum PauseReason
{
    /// <summary>The platform asked to wait, and said how long.</summary>
    AskedToWait = 1,

    /// <summary>The platform could not be reached.</summary>
    Unreachable = 2,

    /// <summary>An answer was lost, and what it was about is looked for before anything else goes.</summary>
    InDoubt = 3,

    /// <summary>The platform does not accept the connection's credentials.</summary>
    Credentials = 4,
}
