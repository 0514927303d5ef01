using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Slack.State;

/// <summary>A member of the workspace.</summary>
internal sealed record SlackUser(string Id, string Name)
{
    public string RealName { get; init; } = Name;

    /// <summary>An IANA name.</summary>
    public string Zone { get; init; } = "Etc/UTC";

    public bool IsAdmin { get; init; }

    public bool IsBot { get; init; }

    /// <summary>Null unless it is an app's.</summary>
    public string? BotId { get; init; }

    public bool Deleted { get; set; }

    public string Email(SlackWorld world) => $"{Name}@{world.Domain}.example";

    public JsonObject ToJson(SlackWorld world)
    {
        var zone = DateTimeZoneProviders.Tzdb[Zone];
        return new JsonObject
        {
            ["id"] = Id,
            ["team_id"] = world.TeamId,
            ["name"] = Name,
            ["deleted"] = Deleted,
            ["real_name"] = RealName,
            ["tz"] = Zone,
            ["tz_label"] = zone.GetZoneInterval(world.Now).Name,
            ["tz_offset"] = zone.GetUtcOffset(world.Now).Seconds,
            ["profile"] = Profile(world),
            ["is_admin"] = IsAdmin,
            ["is_owner"] = false,
            ["is_primary_owner"] = false,
            ["is_restricted"] = false,
            ["is_ultra_restricted"] = false,
            ["is_bot"] = IsBot,
            ["is_app_user"] = false,
            ["updated"] = world.Now.ToUnixTimeSeconds(),
        };
    }

    private JsonObject Profile(SlackWorld world)
    {
        var json = new JsonObject
        {
            ["real_name"] = RealName,
            ["real_name_normalized"] = RealName,
            ["display_name"] = Name,
            ["display_name_normalized"] = Name,
            ["team"] = world.TeamId,
        };
        if (BotId is not null)
        {
            json["bot_id"] = BotId;
            json["api_app_id"] = world.AppId;
        }
        else if (world.Options.Scopes.Contains("users:read.email", StringComparer.Ordinal))
        {
            json["email"] = Email(world);
        }

        return json;
    }
}
