using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack.State;
using TalksBot.Simulators.Slack.Web;

namespace TalksBot.Simulators.Slack.Routes;

/// <summary>What libraries ask about people, the workspace and the bot beside what TalksBot itself asks.</summary>
internal sealed class PeopleRoutes(SlackWorld world)
{
    public IEnumerable<WebMethod> All() =>
    [
        new("users.lookupByEmail", Tier.Three, ByEmail) { AnyOf = ["users:read.email"], TakesJson = false },
        new("users.profile.get", Tier.Four, Profile) { AnyOf = ["users.profile:read"], TakesJson = false },
        new("users.getPresence", Tier.Three, Presence) { AnyOf = ["users:read"], TakesJson = false },
        new("users.conversations", Tier.Three, Conversations) { AnyOf = ["channels:read", "groups:read", "im:read", "mpim:read"], TakesJson = false },
        new("team.info", Tier.Three, _ => Team()) { AnyOf = ["team:read"], TakesJson = false },
        new("bots.info", Tier.Three, Bot) { AnyOf = ["users:read"], TakesJson = false },
        new("emoji.list", Tier.Two, _ => new JsonObject { ["emoji"] = new JsonObject(), ["cache_ts"] = $"{world.Now.ToUnixTimeSeconds()}.000000" }) { AnyOf = ["emoji:read"], TakesJson = false },
    ];

    private JsonObject ByEmail(WebCall call)
    {
        var email = call.Required("email");
        var user = world.Users.Values.FirstOrDefault(one => !one.IsBot && string.Equals(one.Email(world), email, StringComparison.OrdinalIgnoreCase));
        return new JsonObject { ["user"] = (user ?? throw new Refusal("users_not_found")).ToJson(world) };
    }

    private JsonObject Profile(WebCall call)
    {
        var user = world.Users.GetValueOrDefault(call.Optional("user") ?? world.Bot.Id) ?? throw new Refusal("user_not_found");
        return new JsonObject { ["profile"] = user.ToJson(world)["profile"]!.DeepClone() };
    }

    private JsonObject Presence(WebCall call)
    {
        var user = call.Optional("user") ?? world.Bot.Id;
        return world.Users.ContainsKey(user) ? new JsonObject { ["presence"] = "active", ["online"] = true } : throw new Refusal("user_not_found");
    }

    private JsonObject Conversations(WebCall call)
    {
        var user = call.Optional("user") ?? world.Bot.Id;
        var types = (call.Optional("types") ?? "public_channel").Split(',', StringSplitOptions.TrimEntries);
        var found = world.Channels.Values
            .Where(channel => channel.Members.Contains(user) && (!channel.IsPrivate || channel.Members.Contains(world.Bot.Id)))
            .Where(channel => types.Contains(channel.Kind switch { ChannelKind.Public => "public_channel", ChannelKind.Private => "private_channel", _ => "im" }, StringComparer.Ordinal))
            .Where(channel => !channel.Archived || !call.Flag("exclude_archived"))
            .ToList();
        var answer = new JsonObject();
        answer["channels"] = Paging.Page(call, found, (100, 999, world.Options.ShortPages), one => one.ToJson(world.Bot.Id), answer);
        return answer;
    }

    private JsonObject Team() => new()
    {
        ["team"] = new JsonObject
        {
            ["id"] = world.TeamId,
            ["name"] = world.Options.TeamName,
            ["domain"] = world.Domain,
            ["url"] = $"{world.Root}/",
            ["email_domain"] = $"{world.Domain}.example",
            ["icon"] = new JsonObject { ["image_default"] = true },
        },
    };

    private JsonObject Bot(WebCall call) => call.Optional("bot") is { } id && id != world.Bot.BotId ? throw new Refusal("bot_not_found") : new JsonObject
    {
        ["bot"] = new JsonObject
        {
            ["id"] = world.Bot.BotId,
            ["deleted"] = false,
            ["name"] = world.Bot.Name,
            ["updated"] = world.Now.ToUnixTimeSeconds(),
            ["app_id"] = world.AppId,
            ["user_id"] = world.Bot.Id,
            ["icons"] = new JsonObject(),
        },
    };
}
