using TalksBot.Chat.Posting;
using static TalksBot.Chat.Posting.ErrorMeaning;

namespace TalksBot.Slack.Posting;

/// <summary>
/// Every error code with which Slack may answer a post, a change, an upload or a look-up, with what it means and what to do (slack.md §13,
/// changes-2026.md). A code that is not here is no word that a thing can never work.
/// </summary>
internal static class KnownErrors
{
    /// <summary>What lets the bot into a channel.</summary>
    public const string Invite = "Invite the bot there: write /invite and its name in the channel.";

    private const string Later = KnownError.TimeMends;
    private const string Report = "Report it with the post's reference; the bot made something that Slack does not take.";
    private const string AskAdmin = "Ask an admin of the workspace to allow the app.";
    private const string FollowElsewhere = "Follow the talks from another channel.";
    private const string PostingRights = "Allow the app in the channel's posting permissions, or follow the talks from another channel.";
    private const string NewToken = "Install the app in the workspace again, put its new bot token into the configuration and start again.";
    private const string WordsAlone = "Nothing need be done: the words go without the picture.";
    private const string ByHand = "Change it by hand, or say in the channel what holds now.";
    private const string FileRights = "Ask an admin of the workspace to allow pictures by apps; the words go without it meanwhile.";

    private static readonly Dictionary<string, KnownError> Rows = new(StringComparer.Ordinal)
    {
        // The token, and what stands between it and the workspace.
        ["invalid_auth"] = new(TokenDead, "Slack does not accept the bot token.", NewToken),
        ["not_authed"] = new(TokenDead, "Slack saw no token.", NewToken),
        ["account_inactive"] = new(TokenDead, "The bot or its workspace was switched off.", NewToken),
        ["token_revoked"] = new(TokenDead, "The bot token was revoked.", NewToken),
        ["token_expired"] = new(TokenDead, "The bot token ran out.", "Switch token rotation off on the app's page at Slack, and put a token that lasts into the configuration."),
        ["user_removed_from_team"] = new(TokenDead, "The bot was removed from the workspace.", NewToken),
        ["team_disabled"] = new(TokenDead, "The workspace is closed.", "Ask an owner of the workspace to open it, or follow the talks in another one."),
        ["accesslimited"] = new(ConnectionHeld, "Slack takes no calls from this machine's network.", "Add this machine's address to the allowed addresses of the app and the workspace."),
        ["two_factor_setup_required"] = new(ConnectionHeld, "The workspace wants a second factor.", "Set two-factor authentication up for whoever installed the app."),
        ["not_allowed_token_type"] = new(ConnectionHeld, "That is not a bot token.", "Put the bot token, which begins with xoxb-, into the configuration and start again."),
        ["enterprise_is_restricted"] = new(ConnectionHeld, "The app is installed in the organisation and not in a workspace.", "Install the app in the workspace itself."),

        // Not now.
        ["ratelimited"] = new(NotNow, "Slack asks to wait.", Later),
        ["rate_limited"] = new(NotNow, "Slack asks to wait.", Later),
        ["message_limit_exceeded"] = new(NotNow, "The workspace writes more than Slack takes.", Later),
        ["restricted_too_many"] = new(NotNow, "Too much is planned for one moment.", Later),
        ["team_added_to_org"] = new(NotNow, "The workspace is being moved into an organisation.", Later),
        ["org_login_required"] = new(NotNow, "The workspace is being moved into an organisation.", Later),
        ["external_channel_migrating"] = new(NotNow, "The shared channel is being moved.", Later),
        ["streaming_state_conflict"] = new(NotNow, "Another change of the message is under way.", Later),

        // Nobody knows whether it was done.
        ["internal_error"] = new(Unclear, "Slack failed on the way.", Later),
        ["fatal_error"] = new(Unclear, "Slack failed on the way.", Later),
        ["service_unavailable"] = new(Unclear, "Slack is not available.", Later),
        ["request_timeout"] = new(Unclear, "The request came too slowly.", Later),
        ["update_failed"] = new(Unclear, "Slack failed to change the message.", Later),

        // What is not there.
        ["channel_not_found"] = new(NotAllowed, "Slack knows no such channel, or it is private and the bot is not in it.", $"{Invite} If the channel is gone, follow the talks from another."),
        ["team_not_found"] = new(NotAllowed, "Slack knows no such channel, or it is private and the bot is not in it.", $"{Invite} If the channel is gone, follow the talks from another."),
        ["invalid_thread_ts"] = new(ChannelGone, "The thread's first message is gone.", "Follow the talks from the channel itself, or from another thread."),
        ["thread_not_found"] = new(ChannelGone, "The thread's first message is gone.", "Follow the talks from the channel itself, or from another thread."),
        ["cannot_reply_to_message"] = new(ChannelGone, "The thread's first message is gone.", "Follow the talks from the channel itself, or from another thread."),
        ["message_not_found"] = new(MessageGone, "The message was taken down by somebody.", "Nothing need be done, unless its words shall stand there again."),

        // What somebody has to allow.
        ["missing_scope"] = new(NotAllowed, "The app lacks a scope.", "Add the scopes of `manifest slack` under OAuth & Permissions on the app's page at Slack, and install the app in the workspace again."),
        ["not_in_channel"] = new(NotAllowed, "The bot is not in the channel.", Invite),
        ["user_not_in_channel"] = new(NotAllowed, "The bot is not in the channel.", Invite),
        ["app_cannot_join_channel"] = new(NotAllowed, "Apps may not be in that channel.", AskAdmin),
        ["is_archived"] = new(NotAllowed, "The channel is archived.", "Unarchive it, or follow the talks from another channel."),
        ["is_inactive"] = new(NotAllowed, "The channel is archived.", "Unarchive it, or follow the talks from another channel."),
        ["restricted_action"] = new(NotAllowed, "The workspace lets the bot not post in that channel.", PostingRights),
        ["restricted_action_read_only_channel"] = new(NotAllowed, "The workspace lets the bot not post in that channel.", PostingRights),
        ["restricted_action_thread_only_channel"] = new(NotAllowed, "The channel takes posts in threads only.", "Follow the talks from a thread there, or from another channel."),
        ["restricted_action_non_threadable_channel"] = new(NotAllowed, "The channel takes no threads.", "Follow the talks from the channel itself."),
        ["restricted_action_thread_locked"] = new(NotAllowed, "The thread is locked.", "Unlock it, or follow the talks from the channel itself."),
        ["posting_to_channel_denied"] = new(NotAllowed, "The workspace lets the bot not post in that channel.", PostingRights),
        ["no_permission"] = new(NotAllowed, "The workspace forbids it.", AskAdmin),
        ["access_denied"] = new(NotAllowed, "The workspace forbids it.", AskAdmin),
        ["app_access_restricted"] = new(NotAllowed, "The workspace restricts the app.", AskAdmin),
        ["team_access_not_granted"] = new(NotAllowed, "The app was not given access to that workspace of the organisation.", "Ask an admin of the organisation to add the app to the workspace."),
        ["ekm_access_denied"] = new(NotAllowed, "The admins of the organisation have stopped messages there.", "Ask an admin of the organisation, who holds the encryption keys."),
        ["send_on_behalf_not_allowed"] = new(NotAllowed, "The app may not speak for somebody else.", "Install the app with the bot token of `manifest slack`."),
        ["slack_connect_blocked"] = new(NotAllowed, "The other organisation of a shared channel blocks it.", FollowElsewhere),
        ["messages_tab_disabled"] = new(NotAllowed, "The app takes no direct messages.", "Switch the Messages tab on under App Home on the app's page at Slack."),
        ["cannot_dm_bot"] = new(NotAllowed, "Bots take no direct messages.", FollowElsewhere),
        ["user_not_found"] = new(NotAllowed, "Slack knows no such person.", FollowElsewhere),
        ["user_disabled"] = new(NotAllowed, "That person's account is switched off.", FollowElsewhere),
        ["method_not_supported_for_channel_type"] = new(NotAllowed, "That kind of channel cannot do that.", FollowElsewhere),
        ["too_many_pins"] = new(NotAllowed, "The channel has as many pins as Slack allows.", "Unpin something there."),
        ["plan_upgrade_required"] = new(NotAllowed, "The workspace's plan does not include that.", "Do without it, or ask an owner about the plan."),

        // The message that is changed.
        ["cant_update_message"] = new(Never, "The message is not the bot's own.", ByHand),
        ["cant_delete_message"] = new(Never, "The message is not the bot's own.", "Ask somebody who may delete messages there."),
        ["edit_window_closed"] = new(Never, "The workspace lets nobody change a message that old.", ByHand),
        ["not_pinnable"] = new(Never, "That message cannot be pinned.", "Nothing can be done about it."),
        ["already_pinned"] = new(AlreadySo, "It is pinned already.", "Nothing need be done."),
        ["not_pinned"] = new(AlreadySo, "It is not pinned.", "Nothing need be done."),
        ["no_pin"] = new(AlreadySo, "It is not pinned.", "Nothing need be done."),

        // The words and their form.
        ["invalid_blocks"] = new(FormRefused, "Slack refuses its form.", Report),
        ["invalid_blocks_format"] = new(FormRefused, "Slack refuses its form.", Report),
        ["msg_blocks_too_long"] = new(FormRefused, "It is longer than Slack takes.", Report),
        ["invalid_attachments"] = new(FormRefused, "Slack refuses its form.", Report),
        ["too_many_attachments"] = new(FormRefused, "Slack refuses its form.", Report),
        ["block_mismatch"] = new(FormRefused, "Slack does not change a message from that form into another.", Report),
        ["msg_too_long"] = new(Never, "It is longer than Slack takes.", "Say it in fewer words."),
        ["no_text"] = new(Never, "It says nothing.", Report),
        ["markdown_text_conflict"] = new(Never, "Slack refuses its form.", Report),
        ["metadata_too_large"] = new(Never, "Its mark is longer than Slack takes.", Report),
        ["metadata_must_be_sent_from_app"] = new(Never, "Only an app's own token may send marked messages.", NewToken),
        ["invalid_metadata_format"] = new(Never, "Slack refuses its mark.", Report),
        ["invalid_metadata_schema"] = new(Never, "Slack refuses its mark.", Report),
        ["invalid_arguments"] = new(Never, "Slack refuses the request.", Report),
        ["missing_argument"] = new(Never, "Slack refuses the request.", Report),
        ["invalid_arg_name"] = new(Never, "Slack refuses the request.", Report),
        ["invalid_array_arg"] = new(Never, "Slack refuses the request.", Report),
        ["invalid_charset"] = new(Never, "Slack refuses the request.", Report),
        ["invalid_form_data"] = new(Never, "Slack refuses the request.", Report),
        ["invalid_json"] = new(Never, "Slack refuses the request.", Report),
        ["json_not_object"] = new(Never, "Slack refuses the request.", Report),
        ["invalid_post_type"] = new(Never, "Slack refuses the request.", Report),
        ["missing_post_type"] = new(Never, "Slack refuses the request.", Report),
        ["method_deprecated"] = new(Never, "Slack has given that method up.", "Look for a newer version of TalksBot."),
        ["deprecated_endpoint"] = new(Never, "Slack has given that method up.", "Look for a newer version of TalksBot."),

        // The picture.
        ["slack_file_not_found"] = new(PictureRefused, "Slack has lost the picture.", WordsAlone),
        ["file_not_found"] = new(PictureRefused, "Slack has lost the picture.", WordsAlone),
        ["file_deleted"] = new(PictureRefused, "Somebody deleted the picture.", WordsAlone),
        ["invalid_slack_file"] = new(PictureRefused, "Slack does not show the picture.", WordsAlone),
        ["missing_file_data"] = new(PictureRefused, "The picture did not arrive whole.", WordsAlone),
        ["file_type_not_allowed"] = new(PictureRefused, "The workspace allows no pictures of that kind.", FileRights),
        ["file_uploads_disabled"] = new(PictureRefused, "The workspace allows no files.", FileRights),
        ["file_uploads_except_images_disabled"] = new(PictureRefused, "The workspace allows no files but pictures.", FileRights),
        ["file_upload_size_restricted"] = new(PictureRefused, "The workspace allows no files of that size.", FileRights),
        ["storage_limit_reached"] = new(PictureRefused, "The workspace has no room for more files.", "Delete old files in the workspace; the words go without the picture meanwhile."),
        ["alt_txt_too_large"] = new(PictureRefused, "The picture's description is longer than Slack takes.", WordsAlone),
        ["attachment_payload_limit_exceeded"] = new(PictureRefused, "It is larger than Slack takes with its picture.", WordsAlone),
        ["slack_connect_file_upload_sharing_blocked"] = new(PictureRefused, "The other organisation of a shared channel allows no files.", FileRights),
        ["slack_connect_canvas_sharing_blocked"] = new(PictureRefused, "The other organisation of a shared channel allows no canvases.", FileRights),
        ["slack_connect_clip_sharing_blocked"] = new(PictureRefused, "The other organisation of a shared channel allows no clips.", FileRights),
        ["slack_connect_lists_sharing_blocked"] = new(PictureRefused, "The other organisation of a shared channel allows no lists.", FileRights),
        ["unsafe_upload_address"] = new(PictureRefused, "Slack named an unsafe address for the picture.", "Look at ApiUrl and at what stands between; the words go without the picture."),
    };

    /// <summary>The whole table.</summary>
    public static IReadOnlyDictionary<string, KnownError> All => Rows;

    /// <summary>What a code means; null where nobody knows. Slack adds kinds to two families of codes.</summary>
    public static KnownError? Of(string code) => Rows.GetValueOrDefault(code) ?? code switch
    {
        _ when code.StartsWith("restricted_action_", StringComparison.Ordinal) => Rows["restricted_action"],
        _ when code.StartsWith("slack_connect_", StringComparison.Ordinal) && code.EndsWith("_sharing_blocked", StringComparison.Ordinal) => Rows["slack_connect_file_upload_sharing_blocked"],
        _ => null,
    };
}
