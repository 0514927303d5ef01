using TalksBot.Slack.Wire;
using TalksBot.Slack.Wire.Envelopes;

namespace TalksBot.Slack.Commanding;

/// <summary>Which of Slack's events may keep posts from a channel (slack.md §11).</summary>
internal static class PlaceEvents
{
    /// <summary>True for such an event.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="self">The bot's own user; null while that is unknown.</param>
    /// <param name="channel">The channel it is about; null when it concerns all of them.</param>
    public static bool Concerns(OtherEvent happened, string? self, out string? channel)
    {
        channel = Json.Text(happened.Event.Element, "channel");
        return happened.Name switch
        {
            "app_uninstalled" or "tokens_revoked" => true,

            // Others come and go; it matters when the bot was taken out.
            "member_left_channel" => channel is not null && (self is null || Json.Text(happened.Event.Element, "user") == self),
            var name => channel is not null && SlackManifest.PlaceEvents.Contains(name, StringComparer.Ordinal),
        };
    }
}
