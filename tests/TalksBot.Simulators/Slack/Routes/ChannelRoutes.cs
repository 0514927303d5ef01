using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack.State;
using TalksBot.Simulators.Slack.Web;

namespace TalksBot.Simulators.Slack.Routes;

/// <summary>Who is in a channel, and making and changing channels.</summary>
internal sealed class ChannelRoutes(SlackWorld world)
{
    private const int LongestName = 80;
    private const int LongestTopic = 250;
    private static readonly string[] Reading = ["channels:read", "groups:read", "im:read", "mpim:read"];
    private static readonly string[] Managing = ["channels:manage", "groups:write"];

    public IEnumerable<WebMethod> All() =>
    [
        new("conversations.members", Tier.Four, Members) { AnyOf = Reading, TakesJson = false },
        new("conversations.create", Tier.Two, Create) { AnyOf = Managing },
        new("conversations.invite", Tier.Three, Invite) { AnyOf = Managing },
        new("conversations.leave", Tier.Three, Leave) { AnyOf = Managing },
        new("conversations.setTopic", Tier.Two, call => Describe(call, "topic", (channel, words) => channel.Topic = words)) { AnyOf = Managing },
        new("conversations.setPurpose", Tier.Two, call => Describe(call, "purpose", (channel, words) => channel.Purpose = words)) { AnyOf = Managing },
    ];

    private JsonObject Members(WebCall call)
    {
        var channel = call.Channel();
        call.NeedFor(channel, "read");
        var answer = new JsonObject();
        var page = Paging.Page(call, [.. channel.Members], (100, 999, world.Options.ShortPages), one => new JsonObject { ["id"] = one }, answer);
        answer["members"] = new JsonArray([.. page.Select(one => one!["id"]!.DeepClone())]);
        return answer;
    }

    private JsonObject Create(WebCall call)
    {
        var name = call.Required("name");
        if (name.Length > LongestName)
        {
            throw new Refusal("invalid_name_maxlength");
        }

        if (!name.All(letter => char.IsLower(letter) || char.IsDigit(letter) || letter is '-' or '_'))
        {
            throw new Refusal("invalid_name_specials");
        }

        if (world.Channels.Values.Any(one => one.Name == name))
        {
            throw new Refusal("name_taken");
        }

        var made = new SlackChannel(world.Ids.Next('C'), name, call.Flag("is_private") ? ChannelKind.Private : ChannelKind.Public) { Members = { world.Bot.Id } };
        world.Channels[made.Id] = made;
        return new JsonObject { ["channel"] = made.ToJson(world.Bot.Id) };
    }

    private JsonObject Invite(WebCall call)
    {
        var channel = Own(call);
        var users = call.Required("users").Split(',', StringSplitOptions.TrimEntries);
        if (users.Any(user => !world.Users.ContainsKey(user)))
        {
            throw new Refusal("user_not_found");
        }

        if (users.All(channel.Members.Contains))
        {
            throw new Refusal("already_in_channel");
        }

        channel.Members.UnionWith(users);
        return new JsonObject { ["channel"] = channel.ToJson(world.Bot.Id) };
    }

    private JsonObject Leave(WebCall call) =>
        call.Channel().Members.Remove(world.Bot.Id) ? [] : new JsonObject { ["not_in_channel"] = true };

    private JsonObject Describe(WebCall call, string key, Action<SlackChannel, string> write)
    {
        var channel = Own(call);
        var words = call.Optional(key) ?? "";
        if (words.Length > LongestTopic)
        {
            throw new Refusal("too_long");
        }

        write(channel, words);
        return new JsonObject { ["channel"] = channel.ToJson(world.Bot.Id), [key] = words };
    }

    private static SlackChannel Own(WebCall call)
    {
        var channel = call.Channel();
        call.Member(channel);
        return channel.Archived ? throw new Refusal("is_archived") : channel;
    }
}
