using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.State;

/// <summary>A person or a bot.</summary>
internal sealed record DiscordUser(ulong Id, string Name, bool Bot)
{
    /// <summary>False for a person who has shut direct messages from people of a server.</summary>
    public bool TakesDirect { get; set; } = true;

    public JsonObject ToJson() => new()
    {
        ["id"] = $"{Id}",
        ["username"] = Name,
        ["avatar"] = null,
        ["discriminator"] = Bot ? "0001" : "0",
        ["public_flags"] = 0,
        ["flags"] = 0,
        ["bot"] = Bot,
        ["banner"] = null,
        ["accent_color"] = null,
        ["global_name"] = Bot ? null : Name,
        ["avatar_decoration_data"] = null,
        ["collectibles"] = null,
        ["primary_guild"] = null,
    };

    public JsonObject ToSelfJson()
    {
        var json = ToJson();
        json["mfa_enabled"] = true;
        json["locale"] = "en-US";
        json["verified"] = true;
        json["email"] = null;
        return json;
    }
}
