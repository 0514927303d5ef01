namespace TalksBot.Slack.Wire.Envelopes;

/// <summary>Somebody typed a command (slack.md §7), never inside a thread; <c>Text</c> is user text.</summary>
public sealed record SlashCommand(
    string Command, string UserId, string ChannelId, string TeamId, string Text = "") : Incoming
{
    /// <summary>Opens one form within three seconds.</summary>
    public string? TriggerId { get; init; }

    /// <summary>Good for five answers within thirty minutes.</summary>
    public Secret? ResponseUrl { get; init; }

    public string? ChannelName { get; init; }

    public string? UserName { get; init; }
}
