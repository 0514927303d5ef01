using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TalksBot.Simulators.Slack.Interactions;
using TalksBot.Simulators.Slack.State;
using TalksBot.Simulators.Slack.Web;

namespace TalksBot.Simulators.Slack.Routes;

/// <summary>Emoji under messages: what is done twice is an error here. slack.md §13.</summary>
internal sealed partial class ReactionRoutes(SlackWorld world, Happenings happenings)
{
    private const int MostKinds = 23;

    public IEnumerable<WebMethod> All() =>
    [
        new("reactions.add", Tier.Three, Add) { AnyOf = ["reactions:write"] },
        new("reactions.remove", Tier.Two, Remove) { AnyOf = ["reactions:write"] },
        new("reactions.get", Tier.Three, Get) { AnyOf = ["reactions:read"], TakesJson = false },
        new("reactions.list", Tier.Two, List) { AnyOf = ["reactions:read"], TakesJson = false },
    ];

    private JsonObject Add(WebCall call)
    {
        var name = Name(call);
        var (_, message) = PinRoutes.Target(call);
        Put(message, name, world.Bot);
        return [];
    }

    /// <summary>Anybody's reaction; refused when it is there already.</summary>
    public void Put(SlackMessage message, string name, SlackUser user)
    {
        var users = message.Reactions.Find(one => one.Name == name).Users;
        if (users?.Contains(user.Id) is true)
        {
            throw new Refusal("already_reacted");
        }

        if (users is null)
        {
            if (message.Reactions.Count >= MostKinds)
            {
                throw new Refusal("too_many_reactions");
            }

            users = [];
            message.Reactions.Add((name, users));
        }

        users.Add(user.Id);
        Tell("reaction_added", message, name, user);
    }

    private JsonObject Remove(WebCall call)
    {
        var name = Name(call);
        var (_, message) = PinRoutes.Target(call);
        if (message.Reactions.Find(one => one.Name == name).Users?.Remove(world.Bot.Id) is not true)
        {
            throw new Refusal("no_reaction");
        }

        message.Reactions.RemoveAll(one => one.Users.Count is 0);
        Tell("reaction_removed", message, name, world.Bot);
        return [];
    }

    private JsonObject Get(WebCall call)
    {
        var channel = call.Channel();
        return new JsonObject { ["type"] = "message", ["channel"] = channel.Id, ["message"] = call.Message(channel, "timestamp").ToJson(world, allMetadata: false) };
    }

    /// <summary>What one person reacted to; the bot unless another is named.</summary>
    private JsonObject List(WebCall call)
    {
        var user = call.Optional("user") ?? world.Bot.Id;
        var found = world.Channels.Values
            .Where(channel => channel.Members.Contains(world.Bot.Id))
            .SelectMany(channel => channel.Messages.Values)
            .Where(message => !message.Deleted && message.Reactions.Exists(one => one.Users.Contains(user)))
            .ToList();
        var answer = new JsonObject();
        answer["items"] = Paging.Page(
            call, found, (100, 1000, world.Options.ShortPages), one => new JsonObject { ["type"] = "message", ["channel"] = one.Channel.Id, ["message"] = one.ToJson(world, allMetadata: false) }, answer);
        return answer;
    }

    private void Tell(string kind, SlackMessage message, string name, SlackUser user) => happenings.Tell(kind, new JsonObject
    {
        ["user"] = user.Id,
        ["reaction"] = name,
        ["item_user"] = message.Author.Id,
        ["item"] = new JsonObject { ["type"] = "message", ["channel"] = message.Channel.Id, ["ts"] = message.Ts },
    });

    private static string Name(WebCall call) => call.Required("name") is { } name && EmojiName().IsMatch(name) ? name : throw new Refusal("invalid_name");

    [GeneratedRegex("^[a-z0-9_+'-]+(::skin-tone-[2-6])?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EmojiName();
}
