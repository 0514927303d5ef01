using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack.State;

namespace TalksBot.Simulators.Slack.Control;

/// <summary>What the page needs to know beside the messages: who is there and where one can look.</summary>
internal static class ControlState
{
    /// <summary>Call it while the world is held.</summary>
    public static JsonObject Of(SlackWorld world, bool connected)
    {
        var people = world.Users.Values.Where(user => !user.IsBot).ToList();
        return new JsonObject
        {
            ["platform"] = "slack",
            ["name"] = world.Options.TeamName,
            ["bot"] = new JsonObject { ["id"] = world.Bot.Id, ["name"] = world.Bot.Name },
            ["connected"] = connected,
            ["people"] = List(people.Select(user => new JsonObject { ["id"] = user.Id, ["name"] = user.Name })),
            ["groups"] = List(world.Groups.Values.Select(group => new JsonObject
            {
                ["id"] = group.Id,
                ["name"] = group.Handle,
                ["users"] = new JsonArray([.. group.Users.Select(user => (JsonNode)user)]),
            })),
            ["shortcuts"] = new JsonArray([.. world.Options.MessageShortcuts.Values.Select(name => (JsonNode)name)]),
            ["channels"] = List(world.Channels.Values.Select(channel => Channel(channel, people))),
        };
    }

    private static JsonObject Channel(SlackChannel channel, List<SlackUser> people) => new()
    {
        ["id"] = channel.Id,
        ["name"] = channel.Name,
        ["kind"] = channel.Kind.ToString(),
        ["archived"] = channel.Archived,
        ["topic"] = channel.Topic,
        ["sees"] = new JsonArray([.. people.Where(user => channel.Kind is ChannelKind.Public || channel.Members.Contains(user.Id)).Select(user => (JsonNode)user.Id)]),
    };

    private static JsonArray List(IEnumerable<JsonObject> items) => [.. items];
}
