namespace TalksBot.Simulators.Discord;

/// <summary>A moment in the life of a Gateway connection at which something can be made to happen.</summary>
public enum GatewayMoment
{
    /// <summary>It has connected; hello would come now.</summary>
    Connect,

    /// <summary>It has identified; READY would come now.</summary>
    Identify,

    /// <summary>READY and the guilds have been sent.</summary>
    Ready,

    /// <summary>It asked to resume; what it missed would come now.</summary>
    Resume,

    /// <summary>It sent a heartbeat; the acknowledgement would come now.</summary>
    Heartbeat,
}
