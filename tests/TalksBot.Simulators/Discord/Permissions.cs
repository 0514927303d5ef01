namespace TalksBot.Simulators.Discord;

/// <summary>The permission bits the simulator enforces. Protocol sheet §12.</summary>
[Flags]
public enum Permissions : ulong
{
    None = 0,
    Administrator = 1UL << 3,
    ManageChannels = 1UL << 4,
    ManageGuild = 1UL << 5,
    AddReactions = 1UL << 6,
    ViewChannel = 1UL << 10,
    SendMessages = 1UL << 11,
    ManageMessages = 1UL << 13,
    EmbedLinks = 1UL << 14,
    AttachFiles = 1UL << 15,
    ReadMessageHistory = 1UL << 16,
    MentionEveryone = 1UL << 17,
    ChangeNickname = 1UL << 26,
    ManageRoles = 1UL << 28,
    ManageWebhooks = 1UL << 29,
    UseApplicationCommands = 1UL << 31,
    ManageEvents = 1UL << 33,
    ManageThreads = 1UL << 34,
    CreatePublicThreads = 1UL << 35,
    CreatePrivateThreads = 1UL << 36,
    SendMessagesInThreads = 1UL << 38,
    CreateEvents = 1UL << 44,
    PinMessages = 1UL << 51,
    BypassSlowmode = 1UL << 52,

    /// <summary>What the bot's invitation asks for, read-back and mentions included.</summary>
    Bot = ViewChannel | SendMessages | EmbedLinks | AttachFiles | ReadMessageHistory | MentionEveryone | SendMessagesInThreads | PinMessages,

    /// <summary>What everyone in a new guild may do.</summary>
    Everyone = ViewChannel | SendMessages | ReadMessageHistory | UseApplicationCommands | SendMessagesInThreads | CreatePublicThreads | CreatePrivateThreads
        | EmbedLinks | AttachFiles | AddReactions | ChangeNickname | CreateEvents,

    All = Administrator | ManageChannels | ManageGuild | ManageMessages | ManageRoles | ManageWebhooks | ManageEvents | ManageThreads | MentionEveryone | BypassSlowmode | Bot | Everyone,
}
