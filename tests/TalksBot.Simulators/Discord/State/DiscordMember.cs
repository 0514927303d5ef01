using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.State;

/// <summary>A user's place in a guild.</summary>
internal sealed record DiscordMember(DiscordUser User, DateTimeOffset JoinedAt)
{
    public HashSet<ulong> Roles { get; } = [];

    /// <summary>What the guild calls them; null for their own name.</summary>
    public string? Nick { get; set; }

    public JsonObject ToJson()
    {
        var json = ToBareJson();
        json["user"] = User.ToJson();
        return json;
    }

    /// <summary>As it stands inside a message event, beside its author.</summary>
    public JsonObject ToBareJson() => new()
    {
        ["avatar"] = null,
        ["banner"] = null,
        ["communication_disabled_until"] = null,
        ["flags"] = 0,
        ["joined_at"] = Iso.Of(JoinedAt),
        ["nick"] = Nick,
        ["pending"] = false,
        ["premium_since"] = null,
        ["roles"] = Iso.Ids(Roles),
        ["mute"] = false,
        ["deaf"] = false,
    };
}
