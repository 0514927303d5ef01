using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Posting;

/// <summary>A channel and what the bot may do in it.</summary>
internal sealed record ChannelStanding(DiscordChannel Channel, Permissions Held)
{
    /// <summary>What posting takes; history is for finding a post whose answer was lost.</summary>
    public Permissions NeededToPost =>
        Permissions.ViewChannel
        | (IsThread ? Permissions.SendMessagesInThreads : Permissions.SendMessages)
        | Permissions.EmbedLinks
        | Permissions.ReadMessageHistory;

    /// <summary>Messages can stand in it at all.</summary>
    public bool HoldsMessages => Channel.Type is not (ChannelType.Category or ChannelType.Forum or ChannelType.Media);

    /// <summary>Only moderators may write in it.</summary>
    public bool IsLocked => Channel.ThreadMetadata is { Locked: true } && !Held.HasFlag(Permissions.ManageThreads);

    private bool IsThread => Channel.IsThread;

    /// <summary>What of these is not granted.</summary>
    public Permissions Missing(Permissions needed) => needed & ~Held;
}
