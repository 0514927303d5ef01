namespace TalksBot.Simulators.Discord;

/// <summary>Discord's channel types. Protocol sheet §2.</summary>
public enum ChannelKind
{
    Text = 0,
    Direct = 1,
    Voice = 2,
    Category = 4,
    Announcement = 5,
    AnnouncementThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
    Stage = 13,
    Forum = 15,
    Media = 16,
}
