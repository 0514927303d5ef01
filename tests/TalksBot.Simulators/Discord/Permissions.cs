namespace TalksBot.Simulators.Discord;

/// <summary>The permission bits the simulator enforces. Protocol sheet §12.</summary>
[Flags]
public enum Permissions : ulong
{
    None = 0,
    Administrator = 1UL << 3,
    ManageGuild = 1UL << 5,
    ViewChannel = 1UL << 10,
    SendMessages = 1UL << 11,
    ManageMessages = 1UL << 13,
    EmbedLinks = 1UL << 14,
    AttachFiles = 1UL << 15,
    ReadMessageHistory = 1UL << 16,
    MentionEveryone = 1UL << 17,
    UseApplicationCommands = 1UL << 31,
    ManageThreads = 1UL << 34,
    CreatePublicThreads = 1UL << 35,
    CreatePrivateThreads = 1UL << 36,
    SendMessagesInThreads = 1UL << 38,
    PinMessages = 1UL << 51,

    /// <summary>What the bot's invitation asks for, read-back and mentions included.</summary>
    Bot = ViewChannel | SendMessages | EmbedLinks | AttachFiles | ReadMessageHistory | MentionEveryone | SendMessagesInThreads | PinMessages,

    /// <summary>What everyone in a new guild may do.</summary>
    Everyone = ViewChannel | SendMessages | ReadMessageHistory | UseApplicationCommands | SendMessagesInThreads | CreatePublicThreads | EmbedLinks | AttachFiles,

    All = Administrator | ManageGuild | ManageMessages | MentionEveryone | UseApplicationCommands | ManageThreads | CreatePublicThreads | CreatePrivateThreads | Bot | Everyone,
}
