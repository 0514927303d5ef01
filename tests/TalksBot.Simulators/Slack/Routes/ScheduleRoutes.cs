using System.Globalization;
using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack.Posting;
using TalksBot.Simulators.Slack.State;
using TalksBot.Simulators.Slack.Web;

namespace TalksBot.Simulators.Slack.Routes;

/// <summary>Messages for later. slack.md §2 and §14, line 27.</summary>
internal sealed class ScheduleRoutes(SlackWorld world, Schedule schedule)
{
    private readonly MessageForm _form = new(world);
    private readonly PostingRights _rights = new(world);

    public IEnumerable<WebMethod> All() =>
    [
        new("chat.scheduleMessage", Tier.Three, Add) { AnyOf = ["chat:write"] },
        new("chat.scheduledMessages.list", Tier.Three, List),
        new("chat.deleteScheduledMessage", Tier.Three, Delete) { AnyOf = ["chat:write"] },
    ];

    private JsonObject Add(WebCall call)
    {
        var channel = _rights.Open(call);
        var message = new ScheduledMessage(world.Ids.Next('Q'), channel, _form.Read(call), PostingRights.Thread(call, channel))
        {
            PostAt = Moment(call.Required("post_at")),
            CreatedAt = world.Now,
        };
        schedule.Add(message);
        return new JsonObject
        {
            ["channel"] = channel.Id,
            ["scheduled_message_id"] = message.Id,
            ["post_at"] = message.PostAt.ToUnixTimeSeconds(),
            ["message"] = new JsonObject { ["type"] = "delayed_message", ["user"] = world.Bot.Id, ["bot_id"] = world.Bot.BotId, ["text"] = message.Draft.Text },
        };
    }

    private JsonObject List(WebCall call)
    {
        var channel = call.Optional("channel") is null ? null : call.Channel();
        var found = schedule.Waiting.Where(one => channel is null || one.Channel == channel).ToList();
        var answer = new JsonObject();
        answer["scheduled_messages"] = Paging.Page(call, found, (100, 999, world.Options.ShortPages), Shown, answer);
        return answer;
    }

    private JsonObject Delete(WebCall call)
    {
        schedule.Remove(call.Channel(), call.Required("scheduled_message_id"));
        return [];
    }

    private static JsonObject Shown(ScheduledMessage message) => new()
    {
        ["id"] = message.Id,
        ["channel_id"] = message.Channel.Id,
        ["post_at"] = message.PostAt.ToUnixTimeSeconds(),
        ["date_created"] = message.CreatedAt.ToUnixTimeSeconds(),
        ["text"] = message.Draft.Text,
    };

    private static Instant Moment(string written) =>
        long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= NodaConstants.UnixEpoch.Plus(Duration.FromDays(365_000)).ToUnixTimeSeconds()
            ? Instant.FromUnixTimeSeconds(seconds)
            : throw new Refusal("invalid_time");
}
