namespace TalksBot.Discord.Wire.Gateway;

/// <summary>The kinds of frame this client sends or understands (discord.md §9).</summary>
internal enum Opcode
{
    Unknown = -1,
    Dispatch = 0,
    Heartbeat = 1,
    Identify = 2,
    Resume = 6,
    Reconnect = 7,
    InvalidSession = 9,
    Hello = 10,
    HeartbeatAck = 11,
}
