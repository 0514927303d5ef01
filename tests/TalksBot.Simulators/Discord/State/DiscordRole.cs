using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.State;

/// <summary>A role of a guild; the role called @everyone has the guild's own id.</summary>
internal sealed class DiscordRole(ulong id, string name, Permissions permissions, int position)
{
    public ulong Id => id;

    public string Name => name;

    public Permissions Permissions { get; set; } = permissions;

    public bool Mentionable { get; init; }

    public JsonObject ToJson() => new()
    {
        ["id"] = $"{id}",
        ["name"] = name,
        ["permissions"] = $"{(ulong)Permissions}",
        ["position"] = position,
        ["color"] = 0,
        ["colors"] = new JsonObject { ["primary_color"] = 0, ["secondary_color"] = null, ["tertiary_color"] = null },
        ["hoist"] = false,
        ["managed"] = false,
        ["mentionable"] = Mentionable,
        ["icon"] = null,
        ["unicode_emoji"] = null,
        ["flags"] = 0,
    };
}
