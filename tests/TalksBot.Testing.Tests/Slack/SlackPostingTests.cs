using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack;

namespace TalksBot.Testing.Tests.Slack;

public sealed class SlackPostingTests
{
    [Fact]
    public async Task Stores_text_escaped_once_and_links_rewritten()
    {
        await using var rig = await SlackRig.StartAsync();

        await rig.PostAsync("AT&T &lt;b&gt; < https://example.test/a?b=1 *bold*");

        var posted = rig.Slack.Messages(rig.Channel).ShouldHaveSingleItem();
        posted.Text.ShouldBe("AT&amp;T &lt;b&gt; &lt; <https://example.test/a?b=1> *bold*");
    }

    [Fact]
    public async Task Records_every_way_to_notify_people()
    {
        await using var rig = await SlackRig.StartAsync();
        var group = rig.Slack.AddGroup("chiefs", rig.Ada);

        await rig.PostBlocksAsync("""[{"type":"section","text":{"type":"mrkdwn","text":"<!channel> @here"}},{"type":"header","text":{"type":"plain_text","text":"<!everyone>"}}]""");
        await rig.CallAsync("chat.postMessage", new JsonObject { ["channel"] = rig.Channel, ["text"] = "@chiefs @everyone", ["link_names"] = true });
        await rig.PostAsync($"<@{rig.Ada}> &lt;!here&gt; @channel me@here.test");
        await rig.PostBlocksAsync("""[{"type":"section","text":{"type":"mrkdwn","verbatim":true,"text":"@here"}}]""");

        rig.Slack.Messages(rig.Channel).Select(one => string.Join(' ', one.Pings)).ShouldBe(["<!channel> <!here>", $"<!subteam^{group}> <!everyone>", $"<@{rig.Ada}>", ""]);
    }

    [Fact]
    public async Task Gives_each_message_a_later_ts()
    {
        await using var rig = await SlackRig.StartAsync();

        var all = new[] { (await rig.PostAsync("a")).Ts, (await rig.PostAsync("b")).Ts, (await rig.PostAsync("c")).Ts };

        all.ShouldBe(all.Order(StringComparer.Ordinal));
        all.Distinct().Count().ShouldBe(3);
        all[0].ShouldMatch(@"^\d{10}\.\d{6}$");
    }

    [Theory]
    [InlineData("archived", "is_archived")]
    [InlineData("read-only", "restricted_action")]
    [InlineData("deleted", "channel_not_found")]
    [InlineData("thread-only", "restricted_action_thread_only_channel")]
    [InlineData("private", "channel_not_found")]
    public async Task Refuses_where_the_bot_may_not_post(string state, string error)
    {
        await using var rig = await SlackRig.StartAsync();
        var hidden = rig.Slack.AddChannel("hidden", ChannelKind.Private, withBot: false);
        switch (state)
        {
            case "archived":
                rig.Slack.Archive(rig.Channel);
                break;
            case "read-only":
                rig.Slack.MakeReadOnly(rig.Channel);
                break;
            case "thread-only":
                rig.Slack.MakeThreadOnly(rig.Channel);
                break;
            case "deleted":
                rig.Slack.DeleteChannel(rig.Channel);
                break;
        }

        var reply = await rig.CallAsync("chat.postMessage", new JsonObject { ["channel"] = state is "private" ? hidden : rig.Channel, ["text"] = "x" });

        reply.Error.ShouldBe(error);
    }

    [Fact]
    public async Task Needs_membership_or_the_public_scope()
    {
        await using var strict = await SlackRig.StartAsync(SlackRig.Quick with { Scopes = SlackScopes.Without("chat:write.public") });
        strict.Slack.Remove(strict.Channel, strict.Slack.BotUserId);

        var before = await strict.PostAsync("x");
        await strict.FormAsync("conversations.join", ("channel", strict.Channel));
        var after = await strict.PostAsync("x");

        (before.Error, after.Ok).ShouldBe(("not_in_channel", true));
    }

    [Fact]
    public async Task Cuts_long_posts_and_refuses_long_updates()
    {
        await using var rig = await SlackRig.StartAsync();

        var posted = await rig.PostAsync(new string('x', 40_001));
        var updated = await rig.CallAsync("chat.update", new JsonObject { ["channel"] = rig.Channel, ["ts"] = posted.Ts, ["text"] = new string('x', 4001) });

        rig.Slack.Messages(rig.Channel).Single().Text.Length.ShouldBe(40_000);
        updated.Error.ShouldBe("msg_too_long");
    }

    [Fact]
    public async Task Changes_and_deletes_only_what_the_bot_wrote()
    {
        await using var rig = await SlackRig.StartAsync();
        var theirs = rig.Slack.Say(rig.Channel, rig.Ada, "mine");
        var ours = await rig.PostAsync("old");

        var refused = await rig.FormAsync("chat.update", ("channel", rig.Channel), ("ts", theirs), ("text", "x"));
        await rig.FormAsync("chat.update", ("channel", rig.Channel), ("ts", ours.Ts), ("text", "new"));
        var changed = rig.Slack.Messages(rig.Channel).Single(one => one.Ts == ours.Ts);
        await rig.FormAsync("chat.delete", ("channel", rig.Channel), ("ts", ours.Ts));
        var again = await rig.FormAsync("chat.delete", ("channel", rig.Channel), ("ts", ours.Ts));

        (refused.Error, again.Error).ShouldBe(("cant_update_message", "message_not_found"));
        (changed.Text, changed.Edited, changed.Deleted).ShouldBe(("new", true, false));
        rig.Slack.Messages(rig.Channel).Single(one => one.Ts == ours.Ts).Deleted.ShouldBeTrue();
    }

    [Fact]
    public async Task Shows_ephemeral_messages_to_one_person_and_to_no_method()
    {
        await using var rig = await SlackRig.StartAsync();
        rig.Slack.AddPerson("ben");

        var sent = await rig.FormAsync("chat.postEphemeral", ("channel", rig.Channel), ("user", rig.Ada), ("text", "psst"));
        var changed = await rig.FormAsync("chat.update", ("channel", rig.Channel), ("ts", (string)sent["message_ts"]!), ("text", "x"));

        rig.Slack.Messages(rig.Channel).ShouldBeEmpty();
        rig.Slack.Messages(rig.Channel, rig.Ada).Single().Shown.ShouldBe("psst");
        changed.Error.ShouldBe("message_not_found");
    }

    [Fact]
    public async Task Opens_a_direct_conversation_for_a_user_id()
    {
        await using var rig = await SlackRig.StartAsync();

        var reply = await rig.CallAsync("chat.postMessage", new JsonObject { ["channel"] = rig.Ada, ["text"] = "hi" });

        ((string)reply["channel"]!).ShouldBe(rig.Slack.DirectChannel(rig.Ada));
    }
}
