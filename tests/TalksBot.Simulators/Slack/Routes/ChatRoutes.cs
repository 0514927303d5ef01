using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack.Posting;
using TalksBot.Simulators.Slack.State;
using TalksBot.Simulators.Slack.Web;

namespace TalksBot.Simulators.Slack.Routes;

/// <summary>Posting, changing, deleting. slack.md §3.</summary>
internal sealed class ChatRoutes(SlackWorld world, Poster poster)
{
    private static readonly string[] Disguises = ["username", "icon_url", "icon_emoji"];

    private readonly MessageForm _form = new(world);
    private readonly PostingRights _rights = new(world);

    public IEnumerable<WebMethod> All() =>
    [
        new("chat.postMessage", Tier.Post, Post) { AnyOf = ["chat:write"] },
        new("chat.update", Tier.Three, Update) { AnyOf = ["chat:write"] },
        new("chat.delete", Tier.Three, Delete) { AnyOf = ["chat:write"] },
        new("chat.postEphemeral", Tier.Four, PostEphemeral) { AnyOf = ["chat:write"] },
        new("chat.getPermalink", Tier.Special, Permalink) { TakesJson = false },
    ];

    private JsonObject Post(WebCall call)
    {
        if (Disguises.Any(key => call.Optional(key) is not null))
        {
            call.Need("chat:write.customize");
        }

        var channel = _rights.Open(call);
        var thread = PostingRights.Thread(call, channel);
        var draft = _form.Read(call);
        if (Earlier(call, channel) is { } earlier)
        {
            return Shown(earlier, ("is_duplicate", true));
        }

        var message = poster.Create(channel, world.Bot, draft, (thread, null));
        message.ClientMessageId = call.Optional("client_msg_id");
        if (draft.Blocks is { Count: > 0 } && !draft.HasText)
        {
            call.Warnings.Add("missing_text_in_message");
        }

        return Shown(message, null);
    }

    private SlackMessage? Earlier(WebCall call, SlackChannel channel) =>
        world.Options.DedupesClientMessageIds && call.Optional("client_msg_id") is { } id
            ? channel.Messages.Values.FirstOrDefault(one => one.ClientMessageId == id)
            : null;

    private JsonObject Update(WebCall call)
    {
        var channel = call.Channel();
        var message = Own(call, channel, "cant_update_message");
        if (world.Options.EditWindow is { } window && world.Now - message.PostedAt > Duration.FromTimeSpan(window))
        {
            throw new Refusal("edit_window_closed");
        }

        if (call.Optional("text")?.Length > MessageForm.LongestUpdate)
        {
            throw new Refusal("msg_too_long");
        }

        var draft = _form.Read(call);
        if (HasRichText(message.Blocks) && draft.Blocks is not null && !HasRichText(draft.Blocks))
        {
            throw new Refusal("block_mismatch");
        }

        poster.Change(message, draft);
        var answer = Shown(message, null);
        answer["text"] = message.Text;
        return answer;
    }

    private JsonObject Delete(WebCall call)
    {
        var channel = call.Channel();
        var message = Own(call, channel, "cant_delete_message");
        poster.Delete(message);
        return new JsonObject { ["channel"] = channel.Id, ["ts"] = message.Ts };
    }

    private JsonObject PostEphemeral(WebCall call)
    {
        var channel = _rights.Open(call);
        call.Member(channel);
        var user = call.Required("user");
        if (!channel.Members.Contains(user))
        {
            throw new Refusal("user_not_in_channel");
        }

        var message = poster.Create(channel, world.Bot, _form.Read(call), (PostingRights.Thread(call, channel), user));
        return new JsonObject { ["message_ts"] = message.Ts };
    }

    private JsonObject Permalink(WebCall call)
    {
        var channel = call.Channel();
        var message = call.Message(channel, "message_ts");
        return new JsonObject { ["channel"] = channel.Id, ["permalink"] = $"{world.Root}/archives/{channel.Id}/p{message.Ts.Replace(".", "", StringComparison.Ordinal)}" };
    }

    private SlackMessage Own(WebCall call, SlackChannel channel, string otherwise)
    {
        var message = call.Message(channel, "ts");
        return message.Author == world.Bot ? message : throw new Refusal(otherwise);
    }

    private static bool HasRichText(JsonArray? blocks) => (blocks ?? []).Any(block => block?["type"]?.ToString() is "rich_text");

    private JsonObject Shown(SlackMessage message, (string Key, bool Value)? also)
    {
        var answer = new JsonObject { ["channel"] = message.Channel.Id, ["ts"] = message.Ts, ["message"] = message.ToJson(world, allMetadata: true) };
        if (also is var (key, value))
        {
            answer[key] = value;
        }

        return answer;
    }
}
