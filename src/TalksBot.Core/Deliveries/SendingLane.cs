namespace TalksBot.Core.Deliveries;

/// <summary>What a channel is sent side by side: news never waits for a change of what stands there. Numbers are stored: never renumber.</summary>
public enum SendingLane
{
    /// <summary>New messages.</summary>
    Posts = 1,

    /// <summary>Edits, pins and whatever else is done to messages that stand there.</summary>
    Changes = 2,
}
