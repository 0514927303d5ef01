using System.Text.Json;
using TalksBot.Chat.Commanding;
using TalksBot.Core.Platforms;

namespace TalksBot.Slack;

/// <summary>What Slack is told when an app is made for the bot: its command, its scopes and no other, and how it is reached (slack.md §12).</summary>
public sealed class SlackManifest : IAppManifest
{
    /// <summary>
    /// What the bot token may do: posting, reading channels and what stands in them to find a post again, pins, pictures; commands, mentions,
    /// files for one person, and who somebody is.
    /// </summary>
    internal static readonly IReadOnlyList<string> Scopes =
    [
        "app_mentions:read", "channels:history", "channels:read", "chat:write", "commands",
        "files:read", "files:write", "groups:history", "groups:read", "im:write", "pins:write", "usergroups:read", "users:read",
    ];

    /// <summary>Events that may keep posts from a channel, which the bot looks at when it is told of one (slack.md §11).</summary>
    internal static readonly IReadOnlyList<string> PlaceEvents =
    [
        "app_uninstalled", "channel_archive", "channel_deleted", "channel_left", "channel_unarchive",
        "group_archive", "group_deleted", "group_left", "group_unarchive", "member_left_channel", "tokens_revoked",
    ];

    /// <summary>What Slack calls the shortcut that makes an update of a message, when somebody has picked it.</summary>
    internal const string MakeUpdate = "make_update";

    /// <inheritdoc/>
    public string Platform => SlackConnection.PlatformName;

    /// <inheritdoc/>
    public string Write(Uri? reachedAt) => Of(reachedAt);

    /// <summary>The manifest in YAML, as Slack's page takes it.</summary>
    /// <param name="requestUrl">Where Slack sends commands, presses and mentions; null for Socket Mode.</param>
    public static string Of(Uri? requestUrl)
    {
        // A JSON string is a YAML string.
        var url = requestUrl is null ? null : $"\"{JsonEncodedText.Encode(requestUrl.AbsoluteUri)}\"";
        return $"""
            _metadata:
              major_version: 1
            display_information:
              name: TalksBot
              description: The deadline desk of a newsroom
            features:
              app_home:
                home_tab_enabled: true
                messages_tab_enabled: true
                messages_tab_read_only_enabled: true
              bot_user:
                display_name: talksbot
                always_online: true
              shortcuts:
                - name: {MessageUpdate.Name}
                  type: message
                  callback_id: {MakeUpdate}
                  description: Fills in the form of an update with this message
              slash_commands:
                - command: /talks
                  description: Deadlines, sessions and updates of negotiations
                  usage_hint: help
                  should_escape: true{Line("      url", url)}
            oauth_config:
              scopes:
                bot:{string.Concat(Scopes.Select(scope => $"\n        - {scope}"))}
            settings:
              event_subscriptions:{Line("    request_url", url)}
                bot_events:{string.Concat(PlaceEvents.Concat(["app_mention", "app_home_opened"]).Order(StringComparer.Ordinal).Select(name => $"\n      - {name}"))}
              interactivity:
                is_enabled: true{Line("    request_url", url)}
              org_deploy_enabled: false
              socket_mode_enabled: {(url is null ? "true" : "false")}
              token_rotation_enabled: false
            """.ReplaceLineEndings("\n");
    }

    private static string Line(string key, string? value) => value is null ? "" : $"\n{key}: {value}";
}
