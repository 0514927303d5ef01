using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Slack.State;

/// <summary>People who can be mentioned together.</summary>
internal sealed record UserGroup(string Id, string Handle, IReadOnlyList<string> Users)
{
    public JsonObject ToJson(string team, bool withUsers)
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["team_id"] = team,
            ["is_usergroup"] = true,
            ["name"] = Handle,
            ["description"] = "",
            ["handle"] = Handle,
            ["is_external"] = false,
            ["date_delete"] = 0,
            ["prefs"] = new JsonObject { ["channels"] = new JsonArray(), ["groups"] = new JsonArray() },
            ["user_count"] = Users.Count,
        };
        if (withUsers)
        {
            json["users"] = new JsonArray([.. Users.Select(user => (JsonNode)user)]);
        }

        return json;
    }
}
