using System.Diagnostics;
using TalksBot.Core.Platforms;
using TalksBot.Slack.Wire.Api;

namespace TalksBot.Slack.Posting;

/// <summary>Puts Slack's failures into the outbox's words, with what a person must do (slack.md §13).</summary>
internal static class Outcomes
{
    /// <summary>What lets the bot into a channel.</summary>
    public const string Invite = "Invite the bot there: write /invite and its name in the channel.";

    /// <summary>What a failed request means.</summary>
    public static PostOutcome Of(SlackFailure failure) => failure switch
    {
        RateLimited it => new PostOutcome.RateLimited(Duration.FromTimeSpan(it.RetryAfter)),
        Unreachable it => new PostOutcome.Unreachable(it.Reason),
        Ambiguous it => new PostOutcome.Ambiguous(it.Reason, it.RetryAfter is { } wait ? Duration.FromTimeSpan(wait) : null),
        CredentialsDead it => new PostOutcome.CredentialsDead($"Slack does not accept the bot token ({it.Code})."),
        Refused it => Of(it.Error),
        _ => throw new UnreachableException(),
    };

    /// <summary>True when the blocks themselves are refused, and the same words as text would not be.</summary>
    public static bool BlocksRefused(SlackFailure failure) => failure is Refused
    {
        Error.Code: "invalid_blocks" or "invalid_blocks_format" or "msg_blocks_too_long" or "invalid_attachments" or "block_mismatch"
    };

    /// <summary>True when the words may be taken where they were refused with their picture.</summary>
    public static bool MayGoWithoutPicture(SlackFailure failure) => BlocksRefused(failure) || failure is Refused
    {
        Error.Code: "slack_file_not_found" or "file_not_found" or "invalid_slack_file" or "missing_file_data" or "file_type_not_allowed"
            or "file_uploads_disabled" or "file_uploads_except_images_disabled" or "attachment_payload_limit_exceeded"
            or "slack_connect_file_upload_sharing_blocked" or "slack_connect_canvas_sharing_blocked" or "slack_connect_clip_sharing_blocked" or "slack_connect_lists_sharing_blocked",
    };

    /// <summary>What to do about a scope the app lacks.</summary>
    public static string Grant(string scope) =>
        $"Add the scope {scope} under OAuth & Permissions on the app's page at Slack, and install the app in the workspace again.";

    private static PostOutcome Of(SlackError error) => error.Code switch
    {
        "missing_scope" => new PostOutcome.NotAllowed($"The app lacks the scope {Needed(error)}.", Grant(Needed(error))),
        "channel_not_found" or "team_not_found" => new PostOutcome.NotAllowed(
            "Slack knows no such channel, or it is private and the bot is not in it.",
            $"{Invite} If the channel is gone, follow the talks from another."),
        "not_in_channel" or "user_not_in_channel" => new PostOutcome.NotAllowed("The bot is not in the channel.", Invite),
        "is_archived" or "is_inactive" => new PostOutcome.NotAllowed(
            "The channel is archived.", "Unarchive it, or follow the talks from another channel."),
        "invalid_thread_ts" or "thread_not_found" or "cannot_reply_to_message" => new PostOutcome.ChannelGone("The thread's first message is gone."),
        "message_not_found" => new PostOutcome.MessageGone("The message was taken down by somebody."),
        "cant_update_message" or "cant_delete_message" => new PostOutcome.Rejected("The message is not the bot's own."),
        "edit_window_closed" => new PostOutcome.Rejected("The workspace lets nobody change a message that old."),
        "too_many_pins" => new PostOutcome.NotAllowed("The channel has as many pins as Slack allows.", "Unpin something there."),
        "messages_tab_disabled" => new PostOutcome.NotAllowed(
            "The app takes no direct messages.", "Switch the Messages tab on under App Home on the app's page at Slack."),
        var code when code.StartsWith("http_", StringComparison.Ordinal) => new PostOutcome.Unreachable(
            $"What answered does not speak like Slack; look at ApiUrl ({error})."),
        _ => (PostOutcome?)Restricted(error) ?? new PostOutcome.Rejected($"Slack refuses it: {error}"),
    };

    private static PostOutcome.NotAllowed? Restricted(SlackError error) => error.Code switch
    {
        "restricted_action_thread_only_channel" => new("The channel takes posts in threads only.", "Follow the talks from a thread there, or from another channel."),
        "restricted_action_non_threadable_channel" => new("The channel takes no threads.", "Follow the talks from the channel itself."),
        "restricted_action_thread_locked" => new("The thread is locked.", "Unlock it, or follow the talks from the channel itself."),
        var code when code.StartsWith("restricted_action", StringComparison.Ordinal) => new(
            "The workspace lets the bot not post in that channel.", "Allow the app in the channel's posting permissions, or follow the talks from another channel."),
        "no_permission" or "posting_to_channel_denied" or "ekm_access_denied" or "access_denied" or "not_allowed_token_type" => new(
            $"The workspace forbids it ({error.Code}).", "Ask an admin of the workspace to allow the app."),
        _ => null,
    };

    private static string Needed(SlackError error) => string.IsNullOrEmpty(error.Needed) ? "it needs" : error.Needed;
}
