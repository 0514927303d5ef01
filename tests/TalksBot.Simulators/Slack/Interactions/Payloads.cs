using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack.State;

namespace TalksBot.Simulators.Slack.Interactions;

/// <summary>What an app is told of an act. slack.md §7 and §9.</summary>
internal sealed class Payloads(SlackWorld world)
{
    public JsonObject Command(Exchange exchange, string command, string text) => new()
    {
        ["token"] = "simulated-verification-token",
        ["team_id"] = world.TeamId,
        ["team_domain"] = world.Domain,
        ["channel_id"] = exchange.Channel!.Id,
        ["channel_name"] = exchange.Channel.Kind switch { ChannelKind.Direct => "directmessage", ChannelKind.Private => "privategroup", _ => exchange.Channel.Name },
        ["user_id"] = exchange.User.Id,
        ["user_name"] = exchange.User.Name,
        ["command"] = command,
        ["text"] = text,
        ["api_app_id"] = world.AppId,
        ["is_enterprise_install"] = "false",
        ["response_url"] = $"{world.Root}/commands/{world.TeamId}/{exchange.ResponseSecret}",
        ["trigger_id"] = exchange.TriggerId,
    };

    public JsonObject OfMessage(Exchange exchange, JsonObject action)
    {
        var source = exchange.Source!;
        var isEphemeral = source.OnlyFor is not null;
        var payload = Frame("block_actions", exchange.User, exchange.TriggerId);
        payload["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = source.Ts, ["channel_id"] = source.Channel.Id, ["is_ephemeral"] = isEphemeral };
        payload["channel"] = new JsonObject { ["id"] = source.Channel.Id, ["name"] = source.Channel.Name };
        if (source.ThreadTs is not null)
        {
            payload["container"]!["thread_ts"] = source.ThreadTs;
        }

        if (!isEphemeral)
        {
            payload["message"] = source.ToJson(world, allMetadata: true);
        }

        payload["state"] = new JsonObject { ["values"] = Fields.State(source.Blocks ?? [], source.KeptFor(exchange.User.Id)) };
        payload["response_url"] = $"{world.Root}/actions/{world.TeamId}/{exchange.ResponseSecret}";
        payload["actions"] = new JsonArray(action);
        return payload;
    }

    /// <summary>One of the app's shortcuts on a message: all of it, whoever wrote it.</summary>
    public JsonObject Shortcut(Exchange exchange, SlackMessage message, string callbackId)
    {
        var payload = Frame("message_action", exchange.User, exchange.TriggerId);
        payload["callback_id"] = callbackId;
        payload["message_ts"] = message.Ts;
        payload["message"] = message.ToJson(world, allMetadata: false);
        payload["channel"] = new JsonObject { ["id"] = message.Channel.Id, ["name"] = message.Channel.Name };
        payload["response_url"] = $"{world.Root}/app/{world.TeamId}/{exchange.ResponseSecret}";
        payload["action_ts"] = $"{world.Now.ToUnixTimeSeconds()}.000300";
        return payload;
    }

    public JsonObject OfView(Exchange exchange, SlackView view, JsonObject action)
    {
        var payload = Frame("block_actions", exchange.User, exchange.TriggerId);
        payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
        payload["view"] = view.ToJson(world, filledIn: true);
        payload["hash"] = view.Hash;
        payload["actions"] = new JsonArray(action);
        return payload;
    }

    public JsonObject Submission(Exchange exchange, SlackView view)
    {
        var payload = Frame("view_submission", exchange.User, exchange.TriggerId);
        payload["view"] = view.ToJson(world, filledIn: true);
        payload["response_urls"] = new JsonArray();
        return payload;
    }

    public JsonObject Closing(SlackView view, JsonObject content)
    {
        var payload = Frame("view_closed", view.User, trigger: null);
        payload["view"] = content;
        payload["is_cleared"] = false;
        return payload;
    }

    public JsonObject Mention(SlackMessage message)
    {
        var happening = message.ToJson(world, allMetadata: false);
        happening["type"] = "app_mention";
        happening["channel"] = message.Channel.Id;
        happening["event_ts"] = message.Ts;
        return Event(happening);
    }

    /// <summary>The frame around any event.</summary>
    public JsonObject Event(JsonObject happening)
    {
        return new JsonObject
        {
            ["token"] = "simulated-verification-token",
            ["team_id"] = world.TeamId,
            ["api_app_id"] = world.AppId,
            ["event"] = happening,
            ["type"] = "event_callback",
            ["event_id"] = $"Ev{world.Ids.Next('0')}",
            ["event_time"] = world.Now.ToUnixTimeSeconds(),
            ["authorizations"] = new JsonArray(new JsonObject { ["enterprise_id"] = null, ["team_id"] = world.TeamId, ["user_id"] = world.Bot.Id, ["is_bot"] = true, ["is_enterprise_install"] = false }),
            ["is_ext_shared_channel"] = false,
        };
    }

    private JsonObject Frame(string type, SlackUser user, string? trigger)
    {
        var payload = new JsonObject
        {
            ["type"] = type,
            ["user"] = new JsonObject { ["id"] = user.Id, ["username"] = user.Name, ["name"] = user.Name, ["team_id"] = world.TeamId },
            ["team"] = new JsonObject { ["id"] = world.TeamId, ["domain"] = world.Domain },
            ["api_app_id"] = world.AppId,
            ["token"] = "simulated-verification-token",
            ["enterprise"] = null,
            ["is_enterprise_install"] = false,
        };
        if (trigger is not null)
        {
            payload["trigger_id"] = trigger;
        }

        return payload;
    }
}
