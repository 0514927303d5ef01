using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TalksBot.Simulators.Slack.State;
using TalksBot.Simulators.Slack.Web;

namespace TalksBot.Simulators.Slack.Routes;

/// <summary>Pins and reactions: what is done twice is an error here. slack.md §13.</summary>
internal sealed partial class PinRoutes(SlackWorld world)
{
    private const int MostPins = 100;
    private const int MostReactions = 23;

    public IEnumerable<WebMethod> All() =>
    [
        new("pins.add", Tier.Two, Add) { AnyOf = ["pins:write"] },
        new("pins.remove", Tier.Two, Remove) { AnyOf = ["pins:write"] },
        new("pins.list", Tier.Two, List) { AnyOf = ["pins:read"], TakesJson = false },
        new("reactions.add", Tier.Three, React) { AnyOf = ["reactions:write"] },
    ];

    private static JsonObject Add(WebCall call)
    {
        var (channel, message) = Target(call);
        if (channel.Pins.Contains(message.Ts))
        {
            throw new Refusal("already_pinned");
        }

        if (channel.Pins.Count >= MostPins)
        {
            throw new Refusal("too_many_pins");
        }

        channel.Pins.Add(message.Ts);
        return [];
    }

    private static JsonObject Remove(WebCall call)
    {
        var (channel, message) = Target(call);
        return channel.Pins.Remove(message.Ts) ? [] : throw new Refusal("no_pin");
    }

    private JsonObject List(WebCall call)
    {
        var channel = call.Channel();
        call.Member(channel);
        return new JsonObject
        {
            ["items"] = new JsonArray([.. channel.Pins.Select(ts => (JsonNode)new JsonObject
            {
                ["type"] = "message",
                ["channel"] = channel.Id,
                ["created_by"] = world.Bot.Id,
                ["message"] = channel.Messages[ts].ToJson(world, allMetadata: false),
            })]),
        };
    }

    private static JsonObject React(WebCall call)
    {
        var name = call.Required("name");
        if (!EmojiName().IsMatch(name))
        {
            throw new Refusal("invalid_name");
        }

        var (_, message) = Target(call);
        if (message.Reactions.Contains(name))
        {
            throw new Refusal("already_reacted");
        }

        if (message.Reactions.Count >= MostReactions)
        {
            throw new Refusal("too_many_reactions");
        }

        message.Reactions.Add(name);
        return [];
    }

    private static (SlackChannel Channel, SlackMessage Message) Target(WebCall call)
    {
        var channel = call.Channel();
        call.Member(channel);
        if (channel.Archived)
        {
            throw new Refusal("is_archived");
        }

        return channel.ReadOnly ? throw new Refusal("restricted_action") : (channel, call.Message(channel, "timestamp"));
    }

    [GeneratedRegex("^[a-z0-9_+'-]+(::skin-tone-[2-6])?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EmojiName();
}
