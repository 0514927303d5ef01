namespace TalksBot.Discord.Wire.Gateway;

/// <summary>How a connection ended and what to do about it.</summary>
internal sealed record ConnectionEnd(NextStep Next, int? CloseCode, string Reason)
{
    /// <summary>How long it lived after READY or RESUMED; null when it never did.</summary>
    public TimeSpan? LiveFor { get; init; }

    /// <summary>Nobody answered at all: no connection came about, or Discord would not say where to connect.</summary>
    public bool WasSilent { get; init; }

    /// <summary>It was told to pause for a moment before the next (after op 9).</summary>
    public bool PauseBriefly { get; init; }

    public static ConnectionEnd Closed(int? code) => new(CloseCodes.NextStep(code), code, CloseCodes.Meaning(code));
}

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

/// <summary>What each close code asks of the client (the table in discord.md §9).</summary>
internal static class CloseCodes
{
    /// <summary>Ours: anything but 1000 and 1001, which would destroy the session.</summary>
    public const int KeepSession = 4000;

    /// <summary>Ours: the bot goes offline for good.</summary>
    public const int Leave = 1000;

    public static NextStep NextStep(int? code) => code switch
    {
        1000 or 4003 or 4005 or 4007 or 4009 => Gateway.NextStep.Identify,
        4008 => Gateway.NextStep.IdentifyLater,
        4004 or 4010 or 4011 or 4012 or 4013 or 4014 => Gateway.NextStep.Stop,
        _ => Gateway.NextStep.Resume,
    };

    public static string Meaning(int? code) => code switch
    {
        null => "The connection dropped.",
        1000 => "Discord closed the connection normally.",
        4000 => "Discord reports an unknown error.",
        4001 => "Discord did not know an opcode.",
        4002 => "Discord could not decode a payload.",
        4003 => "The session was not identified, or is no longer valid.",
        4004 => "Discord does not accept the bot token.",
        4005 => "The session was identified twice.",
        4007 => "The sequence number to resume from was wrong.",
        4008 => "Too many payloads were sent.",
        4009 => "The session timed out.",
        4010 => "The shard is wrong: look at the number of shards.",
        4011 => "The bot is in so many guilds that Discord demands shards.",
        4012 => "Discord no longer speaks this version of the gateway.",
        4013 => "The intents are invalid.",
        4014 => "The intents are not allowed: enable them on the application's page at Discord.",
        _ => $"The connection was closed with code {code}.",
    };
}
