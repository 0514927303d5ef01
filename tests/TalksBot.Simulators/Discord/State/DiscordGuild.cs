using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.State;

/// <summary>A guild: its roles and members. Its channels are in the world.</summary>
internal sealed class DiscordGuild(ulong id, string name, ulong ownerId, DateTimeOffset joinedAt)
{
    public ulong Id => id;

    public string Name => name;

    public ulong OwnerId => ownerId;

    public Dictionary<ulong, DiscordRole> Roles { get; } = new() { [id] = new DiscordRole(id, "@everyone", Permissions.Everyone, 0) };

    public Dictionary<ulong, DiscordMember> Members { get; } = [];

    public SortedDictionary<ulong, ScheduledEvent> Events { get; } = [];

    [SuppressMessage("Design", "MA0051", Justification = "One flat document, one line a key.")]
    public JsonObject ToJson() => new()
    {
        ["id"] = $"{id}",
        ["name"] = name,
        ["icon"] = null,
        ["description"] = null,
        ["home_header"] = null,
        ["splash"] = null,
        ["discovery_splash"] = null,
        ["features"] = new JsonArray(),
        ["banner"] = null,
        ["owner_id"] = $"{ownerId}",
        ["application_id"] = null,
        ["region"] = "deprecated",
        ["afk_channel_id"] = null,
        ["afk_timeout"] = 300,
        ["system_channel_id"] = null,
        ["system_channel_flags"] = 0,
        ["widget_enabled"] = false,
        ["widget_channel_id"] = null,
        ["verification_level"] = 1,
        ["roles"] = Iso.List(Roles.Values.Select(role => role.ToJson())),
        ["default_message_notifications"] = 1,
        ["mfa_level"] = 0,
        ["explicit_content_filter"] = 0,
        ["max_presences"] = null,
        ["max_members"] = 500_000,
        ["max_stage_video_channel_users"] = 50,
        ["max_video_channel_users"] = 25,
        ["vanity_url_code"] = null,
        ["premium_tier"] = 0,
        ["premium_subscription_count"] = 0,
        ["preferred_locale"] = "en-US",
        ["rules_channel_id"] = null,
        ["safety_alerts_channel_id"] = null,
        ["public_updates_channel_id"] = null,
        ["premium_progress_bar_enabled"] = false,
        ["premium_progress_bar_enabled_user_updated_at"] = null,
        ["nsfw"] = false,
        ["nsfw_level"] = 0,
        ["emojis"] = new JsonArray(),
        ["stickers"] = new JsonArray(),
        ["incidents_data"] = null,
    };

    /// <summary>The body of GUILD_CREATE: the guild with what REST keeps elsewhere.</summary>
    public JsonObject ToEventJson(IEnumerable<DiscordChannel> channels)
    {
        var json = ToJson();
        var mine = channels.Where(channel => channel.GuildId == id).ToList();
        json["joined_at"] = Iso.Of(joinedAt);
        json["large"] = false;
        json["unavailable"] = false;
        json["member_count"] = Members.Count;
        json["voice_states"] = new JsonArray();
        json["members"] = Iso.List(Members.Values.Select(member => member.ToJson()));
        json["channels"] = Iso.List(mine.Where(channel => !channel.IsThread).Select(channel => channel.ToJson()));
        json["threads"] = Iso.List(mine.Where(channel => channel is { IsThread: true, Archived: false }).Select(channel => channel.ToJson()));
        json["presences"] = new JsonArray();
        json["stage_instances"] = new JsonArray();
        json["guild_scheduled_events"] = Iso.List(Events.Values.Select(one => one.ToJson()));
        json["soundboard_sounds"] = new JsonArray();
        return json;
    }
}
