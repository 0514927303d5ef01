namespace TalksBot.Simulators.Discord.State;

/// <summary>Message flag bits. Protocol sheet §3.</summary>
[Flags]
internal enum MessageFlag
{
    None = 0,
    SuppressEmbeds = 1 << 2,
    HasThread = 1 << 5,
    Ephemeral = 1 << 6,
    Loading = 1 << 7,
    SuppressNotifications = 1 << 12,
    VoiceMessage = 1 << 13,
    ComponentsV2 = 1 << 15,
}
