namespace TalksBot.Discord.Wire.Gateway;

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
