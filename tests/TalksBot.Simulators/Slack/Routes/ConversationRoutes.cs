using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack.State;
using TalksBot.Simulators.Slack.Web;

namespace TalksBot.Simulators.Slack.Routes;

/// <summary>Channels and what was said in them. slack.md §2.</summary>
internal sealed class ConversationRoutes(SlackWorld world, SlackFaults faults)
{
    private static readonly string[] Reading = ["channels:read", "groups:read", "im:read", "mpim:read"];
    private static readonly string[] History = ["channels:history", "groups:history", "im:history", "mpim:history"];

    public IEnumerable<WebMethod> All() =>
    [
        new("conversations.list", Tier.Two, List) { AnyOf = Reading, TakesJson = false },
        new("conversations.info", Tier.Three, Info) { AnyOf = Reading, TakesJson = false },
        new("conversations.join", Tier.Three, Join) { AnyOf = ["channels:join"] },
        new("conversations.open", Tier.Three, Open) { AnyOf = ["im:write"] },
        new("conversations.history", Tier.Three, ReadHistory) { AnyOf = History },
        new("conversations.replies", Tier.Three, ReadReplies) { AnyOf = History, TakesJson = false },
    ];

    private JsonObject List(WebCall call)
    {
        var types = (call.Optional("types") ?? "public_channel").Split(',', StringSplitOptions.TrimEntries);
        foreach (var type in types)
        {
            call.Need(type switch
            {
                "public_channel" => "channels:read",
                "private_channel" => "groups:read",
                "im" => "im:read",
                "mpim" => "mpim:read",
                _ => throw new Refusal("invalid_types"),
            });
        }

        var found = world.Channels.Values
            .Where(one => types.Contains(TypeOf(one), StringComparer.Ordinal) && (!one.IsPrivate || one.Members.Contains(world.Bot.Id)))
            .Where(one => !one.Archived || !call.Flag("exclude_archived"))
            .ToList();
        var answer = new JsonObject();
        answer["channels"] = Paging.Page(call, found, (100, 999, world.Options.ShortPages), one => one.ToJson(world.Bot.Id), answer);
        return answer;
    }

    private static string TypeOf(SlackChannel channel) => channel.Kind switch
    {
        ChannelKind.Public => "public_channel",
        ChannelKind.Private => "private_channel",
        _ => "im",
    };

    private JsonObject Info(WebCall call)
    {
        var channel = call.Channel();
        call.NeedFor(channel, "read");
        var json = channel.ToJson(world.Bot.Id);
        if (!call.Flag("include_num_members"))
        {
            json.Remove("num_members");
        }

        return new JsonObject { ["channel"] = json };
    }

    private JsonObject Join(WebCall call)
    {
        var channel = call.Channel();
        if (channel.IsPrivate)
        {
            throw new Refusal("method_not_supported_for_channel_type");
        }

        if (channel.Archived)
        {
            throw new Refusal("is_archived");
        }

        if (!channel.Members.Add(world.Bot.Id))
        {
            call.Warnings.Add("already_in_channel");
        }

        return new JsonObject { ["channel"] = channel.ToJson(world.Bot.Id) };
    }

    private JsonObject Open(WebCall call)
    {
        var user = world.Users.GetValueOrDefault(call.Required("users")) ?? throw new Refusal("user_not_found");
        return new JsonObject { ["channel"] = new JsonObject { ["id"] = world.DirectWith(user).Id } };
    }

    private JsonObject ReadHistory(WebCall call)
    {
        var channel = Readable(call);
        var found = Within(call, channel.Messages.Values.Where(one => !one.Deleted && (!one.IsReply || one.Broadcast))).Reverse().ToList();
        return Page(call, channel, found);
    }

    private JsonObject ReadReplies(WebCall call)
    {
        var channel = Readable(call);
        var ts = call.Required("ts");
        if (channel.Find(ts) is null)
        {
            throw new Refusal("thread_not_found");
        }

        var found = channel.Messages.Values.Where(one => !one.Deleted && (one.Ts == ts || one.ThreadTs == ts));
        return Page(call, channel, Within(call, found).ToList());
    }

    private static SlackChannel Readable(WebCall call)
    {
        var channel = call.Channel();
        call.NeedFor(channel, "history");
        call.Member(channel);
        return channel;
    }

    private IEnumerable<SlackMessage> Within(WebCall call, IEnumerable<SlackMessage> messages)
    {
        var (oldest, latest, inclusive) = (call.Optional("oldest"), call.Optional("latest"), call.Flag("inclusive"));
        var known = world.Now - Duration.FromTimeSpan(faults.HistoryLag);
        return messages.Where(one =>
            one.PostedAt <= known
            && (oldest is null || Moments.Compare(one.Ts, oldest) > (inclusive ? -1 : 0))
            && (latest is null || Moments.Compare(one.Ts, latest) < (inclusive ? 1 : 0)));
    }

    private JsonObject Page(WebCall call, SlackChannel channel, List<SlackMessage> found)
    {
        var cap = world.Options.CommerciallyDistributed ? 15 : world.Options.ShortPages;
        var all = call.Flag("include_all_metadata");
        var answer = new JsonObject();
        answer["messages"] = Paging.Page(call, found, (100, 999, cap), one => one.ToJson(world, all), answer);
        var more = answer["response_metadata"]!["next_cursor"]!.ToString().Length > 0;
        answer["has_more"] = more;
        answer["pin_count"] = channel.Pins.Count;
        if (!more)
        {
            answer.Remove("response_metadata");
        }

        return answer;
    }
}
