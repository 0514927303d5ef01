using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack;

namespace TalksBot.Testing.Tests.Slack;

public sealed class SlackHistoryTests
{
    private static readonly JsonObject Metadata = new() { ["event_type"] = "talks_delivery", ["event_payload"] = new JsonObject { ["key"] = "r7k2" } };

    [Fact]
    public async Task Shows_a_payload_of_metadata_only_when_asked()
    {
        await using var rig = await SlackRig.StartAsync();
        await rig.CallAsync("chat.postMessage", new JsonObject { ["channel"] = rig.Channel, ["text"] = "x", ["metadata"] = Metadata.DeepClone() });

        var bare = await rig.FormAsync("conversations.history", ("channel", rig.Channel));
        var full = await rig.FormAsync("conversations.history", ("channel", rig.Channel), ("include_all_metadata", "true"));

        bare["messages"]![0]!["metadata"]!.AsObject().Select(pair => pair.Key).ShouldBe(["event_type"]);
        ((string?)full["messages"]![0]!["metadata"]!["event_payload"]!["key"]).ShouldBe("r7k2");
    }

    [Theory]
    [InlineData("""{"event_type":"x"}""", "invalid_metadata_schema")]
    [InlineData("""["x"]""", "invalid_metadata_format")]
    [InlineData("{", "invalid_metadata_format")]
    public async Task Refuses_metadata_of_another_shape(string metadata, string error)
    {
        await using var rig = await SlackRig.StartAsync();

        var reply = await rig.FormAsync("chat.postMessage", ("channel", rig.Channel), ("text", "x"), ("metadata", metadata));

        reply.Error.ShouldBe(error);
    }

    [Fact]
    public async Task Keeps_metadata_over_an_edit_until_it_is_emptied()
    {
        await using var rig = await SlackRig.StartAsync();
        var posted = await rig.CallAsync("chat.postMessage", new JsonObject { ["channel"] = rig.Channel, ["text"] = "x", ["metadata"] = Metadata.DeepClone() });

        await rig.FormAsync("chat.update", ("channel", rig.Channel), ("ts", posted.Ts), ("text", "y"));
        var kept = rig.Slack.Messages(rig.Channel).Single().Metadata;
        await rig.FormAsync("chat.update", ("channel", rig.Channel), ("ts", posted.Ts), ("text", "z"), ("metadata", "{}"));

        kept.ShouldNotBeNull();
        rig.Slack.Messages(rig.Channel).Single().Metadata.ShouldBeNull();
    }

    [Fact]
    public async Task Tells_history_only_to_members()
    {
        await using var rig = await SlackRig.StartAsync();
        rig.Slack.Remove(rig.Channel, rig.Slack.BotUserId);
        var hidden = rig.Slack.AddChannel("hidden", ChannelKind.Private, withBot: false);

        (await rig.FormAsync("conversations.history", ("channel", rig.Channel))).Error.ShouldBe("not_in_channel");
        (await rig.FormAsync("conversations.history", ("channel", hidden))).Error.ShouldBe("channel_not_found");
    }

    [Fact]
    public async Task Keeps_threads_out_of_history_and_in_replies()
    {
        await using var rig = await SlackRig.StartAsync();
        var parent = await rig.PostAsync("parent");
        var reply = await rig.FormAsync("chat.postMessage", ("channel", rig.Channel), ("text", "reply"), ("thread_ts", parent.Ts));

        var history = await rig.FormAsync("conversations.history", ("channel", rig.Channel));
        var replies = await rig.FormAsync("conversations.replies", ("channel", rig.Channel), ("ts", parent.Ts));
        var below = await rig.FormAsync("chat.postMessage", ("channel", rig.Channel), ("text", "x"), ("thread_ts", reply.Ts));

        history["messages"]!.AsArray().Select(one => (string)one!["text"]!).ShouldBe(["parent"]);
        ((int)history["messages"]![0]!["reply_count"]!).ShouldBe(1);
        replies["messages"]!.AsArray().Select(one => (string)one!["text"]!).ShouldBe(["parent", "reply"]);
        below.Error.ShouldBe("invalid_thread_ts");
    }

    [Fact]
    public async Task Lists_a_reply_that_is_broadcast_in_the_channel_as_well()
    {
        await using var rig = await SlackRig.StartAsync();
        var parent = await rig.PostAsync("parent");

        var reply = await rig.FormAsync("chat.postMessage", ("channel", rig.Channel), ("text", "reply"), ("thread_ts", parent.Ts), ("reply_broadcast", "true"));
        var loose = await rig.FormAsync("chat.postMessage", ("channel", rig.Channel), ("text", "loose"), ("reply_broadcast", "true"));
        var history = await rig.FormAsync("conversations.history", ("channel", rig.Channel));

        ((string?)reply["message"]!["subtype"], (string?)loose["message"]!["subtype"]).ShouldBe(("thread_broadcast", null));
        history["messages"]!.AsArray().Select(one => (string)one!["text"]!).ShouldBe(["loose", "reply", "parent"]);
    }

    [Fact]
    public async Task Tells_of_a_thread_who_began_it_and_who_replied_last()
    {
        await using var rig = await SlackRig.StartAsync();
        var parent = rig.Slack.Say(rig.Channel, rig.Ada, "parent");
        rig.Slack.Say(rig.Channel, rig.Ada, "first", parent);
        var last = await rig.FormAsync("chat.postMessage", ("channel", rig.Channel), ("text", "last"), ("thread_ts", parent));

        var replies = (await rig.FormAsync("conversations.replies", ("channel", rig.Channel), ("ts", parent)))["messages"]!.AsArray();

        var above = replies[0]!.AsObject();
        ((int)above["reply_count"]!, (int)above["reply_users_count"]!, (string?)above["latest_reply"]).ShouldBe((2, 2, last.Ts));
        above["reply_users"]!.AsArray().Select(user => (string)user!).ShouldBe([rig.Ada, rig.Slack.BotUserId]);
        replies.Select(one => (string?)one!["parent_user_id"]).ShouldBe([null, rig.Ada, rig.Ada]);
    }

    [Fact]
    public async Task Lists_newest_first_between_two_moments()
    {
        await using var rig = await SlackRig.StartAsync();
        var a = await rig.PostAsync("a");
        await rig.PostAsync("b");
        var c = await rig.PostAsync("c");

        var open = await rig.FormAsync("conversations.history", ("channel", rig.Channel), ("oldest", a.Ts), ("latest", c.Ts));
        var closed = await rig.FormAsync("conversations.history", ("channel", rig.Channel), ("oldest", a.Ts), ("latest", c.Ts), ("inclusive", "true"));

        open["messages"]!.AsArray().Select(one => (string)one!["text"]!).ShouldBe(["b"]);
        closed["messages"]!.AsArray().Select(one => (string)one!["text"]!).ShouldBe(["c", "b", "a"]);
    }

    [Fact]
    public async Task Calls_a_second_pin_an_error()
    {
        await using var rig = await SlackRig.StartAsync();
        var posted = await rig.PostAsync("x");

        var pin = await rig.FormAsync("pins.add", ("channel", rig.Channel), ("timestamp", posted.Ts));
        var again = await rig.FormAsync("pins.add", ("channel", rig.Channel), ("timestamp", posted.Ts));
        var listed = await rig.FormAsync("pins.list", ("channel", rig.Channel));
        var pinned = rig.Slack.Messages(rig.Channel).Single().Pinned;
        await rig.FormAsync("pins.remove", ("channel", rig.Channel), ("timestamp", posted.Ts));
        var gone = await rig.FormAsync("pins.remove", ("channel", rig.Channel), ("timestamp", posted.Ts));

        (pin.Ok, again.Error, gone.Error, pinned).ShouldBe((true, "already_pinned", "no_pin", true));
        ((string?)listed["items"]![0]!["message"]!["ts"]).ShouldBe(posted.Ts);
    }
}
