using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack.State;
using TalksBot.Simulators.Slack.Web;

namespace TalksBot.Simulators.Slack.Routes;

/// <summary>Pins: what is done twice is an error here. slack.md §13.</summary>
internal sealed class PinRoutes(SlackWorld world)
{
    private const int MostPins = 100;

    public IEnumerable<WebMethod> All() =>
    [
        new("pins.add", Tier.Two, Add) { AnyOf = ["pins:write"] },
        new("pins.remove", Tier.Two, Remove) { AnyOf = ["pins:write"] },
        new("pins.list", Tier.Two, List) { AnyOf = ["pins:read"], TakesJson = false },
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

    /// <summary>The message meant, where the bot is and may act.</summary>
    public static (SlackChannel Channel, SlackMessage Message) Target(WebCall call)
    {
        var channel = call.Channel();
        call.Member(channel);
        if (channel.Archived)
        {
            throw new Refusal("is_archived");
        }

        return channel.ReadOnly ? throw new Refusal("restricted_action") : (channel, call.Message(channel, "timestamp"));
    }
}
