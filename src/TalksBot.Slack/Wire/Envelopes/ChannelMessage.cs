namespace TalksBot.Slack.Wire.Envelopes;

/// <summary>A message in a channel or direct message the bot is in; also its own, and changes and deletions by <c>Subtype</c>.</summary>
public sealed record ChannelMessage(
    string Channel, string? Ts = null, string? User = null, string Text = "", string? ThreadTs = null) : SlackEvent
{
    /// <summary>Null for an ordinary message of a person.</summary>
    public string? Subtype { get; init; }

    /// <summary>Set when a bot wrote it.</summary>
    public string? BotId { get; init; }

    /// <summary><c>channel</c>, <c>group</c>, <c>im</c> or <c>mpim</c>.</summary>
    public string? ChannelType { get; init; }
}
