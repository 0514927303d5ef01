using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack.Sockets;
using TalksBot.Simulators.Slack.State;
using TalksBot.Simulators.Slack.Web;

namespace TalksBot.Simulators.Slack.Routes;

/// <summary>Who the bot is, who the people are, and the way to a socket. slack.md §2 and §6.</summary>
internal sealed class AppRoutes(SlackWorld world, SocketServer sockets)
{
    public IEnumerable<WebMethod> All() =>
    [
        new("api.test", Tier.Four, call => new JsonObject { ["args"] = call.Arguments.DeepClone() }),
        new("auth.test", Tier.Special, _ => Identity()),
        new("apps.connections.open", Tier.Three, _ => Open()) { AppLevel = true, AnyOf = ["connections:write"] },
        new("users.info", Tier.Four, User) { AnyOf = ["users:read"], TakesJson = false },
        new("users.list", Tier.Two, Users) { AnyOf = ["users:read"], TakesJson = false },
        new("usergroups.list", Tier.Two, Groups) { AnyOf = ["usergroups:read"], TakesJson = false },
        new("usergroups.users.list", Tier.Two, Members) { AnyOf = ["usergroups:read"], TakesJson = false },
    ];

    private JsonObject Identity() => new()
    {
        ["url"] = $"{world.Root}/",
        ["team"] = world.Options.TeamName,
        ["user"] = world.Bot.Name,
        ["team_id"] = world.TeamId,
        ["user_id"] = world.Bot.Id,
        ["bot_id"] = world.Bot.BotId,
        ["is_enterprise_install"] = false,
    };

    private JsonObject Open() => world.SocketModeOn
        ? new JsonObject { ["url"] = sockets.Issue() }
        : throw new Refusal("forbidden_team");

    private JsonObject User(WebCall call)
    {
        var user = world.Users.GetValueOrDefault(call.Required("user")) ?? throw new Refusal("user_not_found");
        var json = user.ToJson(world);
        if (call.Flag("include_locale"))
        {
            json["locale"] = "en-US";
        }

        return new JsonObject { ["user"] = json };
    }

    private JsonObject Users(WebCall call)
    {
        var answer = new JsonObject { ["cache_ts"] = world.Now.ToUnixTimeSeconds() };
        answer["members"] = Paging.Page(call, [.. world.Users.Values], (1000, 1000, world.Options.ShortPages), user => user.ToJson(world), answer);
        return answer;
    }

    private JsonObject Groups(WebCall call) => new()
    {
        ["usergroups"] = new JsonArray([.. world.Groups.Values.Select(group => (JsonNode)group.ToJson(world.TeamId, call.Flag("include_users")))]),
    };

    private JsonObject Members(WebCall call)
    {
        var group = world.Groups.GetValueOrDefault(call.Required("usergroup")) ?? throw new Refusal("no_such_subteam");
        return new JsonObject { ["users"] = new JsonArray([.. group.Users.Select(user => (JsonNode)user)]) };
    }
}
