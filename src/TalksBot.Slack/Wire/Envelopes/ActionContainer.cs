namespace TalksBot.Slack.Wire.Envelopes;

/// <summary>What holds the thing that was pressed: a message or a view.</summary>
public sealed record ActionContainer(string? Type = null, string? MessageTs = null, string? ChannelId = null)
{
    public string? ThreadTs { get; init; }

    public string? ViewId { get; init; }

    /// <summary>Only the person who pressed sees the message.</summary>
    public bool? IsEphemeral { get; init; }
}
