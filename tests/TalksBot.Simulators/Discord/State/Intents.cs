namespace TalksBot.Simulators.Discord.State;

/// <summary>Gateway intent bits. Protocol sheet §9.</summary>
internal static class Intents
{
    public const int None = 0;
    public const int Guilds = 1;
    public const int GuildMembers = 1 << 1;
    public const int GuildWebhooks = 1 << 5;
    public const int GuildMessages = 1 << 9;
    public const int GuildMessageReactions = 1 << 10;
    public const int DirectMessages = 1 << 12;
    public const int DirectMessageReactions = 1 << 13;
    public const int MessageContent = 1 << 15;
    public const int GuildScheduledEvents = 1 << 16;
    public const int Privileged = GuildMembers | (1 << 8) | MessageContent;

    /// <summary>Every bit that Discord has given a meaning; others close with 4013.</summary>
    public const int Known = 0b11_0011_1111_1111_1111_1111_1111 & ~((1 << 17) | (1 << 18) | (1 << 19) | (1 << 22) | (1 << 23));
}
