namespace TalksBot.Discord.Wire.Gateway;

/// <summary>How to go on after a connection ended (discord.md §9).</summary>
internal enum NextStep
{
    /// <summary>Take the session up again.</summary>
    Resume,

    /// <summary>Begin a new session.</summary>
    Identify,

    /// <summary>Pause for longer than usual, then begin a new session.</summary>
    IdentifyLater,

    /// <summary>Stop: trying again would only make it worse.</summary>
    Stop,
}
