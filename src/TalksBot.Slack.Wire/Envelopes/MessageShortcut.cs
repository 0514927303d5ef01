using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Wire.Envelopes;

/// <summary>Somebody picked one of the app's shortcuts out of the menu of a message, their own or anybody's (slack.md §9).</summary>
/// <param name="CallbackId">Which shortcut, as the manifest names it.</param>
/// <param name="Message">The whole message, whoever wrote it.</param>
public sealed record MessageShortcut(string CallbackId, ActingUser User, ActingChannel Channel, SlackMessage Message) : Incoming
{
    public ActingTeam? Team { get; init; }

    /// <summary>Opens one form within three seconds.</summary>
    public string? TriggerId { get; init; }

    /// <summary>Good for five answers within thirty minutes.</summary>
    public Secret? ResponseUrl { get; init; }
}
