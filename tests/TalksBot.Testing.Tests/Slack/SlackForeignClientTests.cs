using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack;

namespace TalksBot.Testing.Tests.Slack;

/// <summary>What libraries that nobody here wrote send, byte for byte, where it differs from TalksBot's own: Python's slack_sdk, Bolt and web-api of Node.</summary>
public sealed class SlackForeignClientTests
{
    [Theory]
    [InlineData("auth.test")]
    [InlineData("bots.info")]
    [InlineData("chat.scheduledMessages.list")]
    [InlineData("apps.connections.open")]
    public async Task Takes_an_empty_body_that_is_called_JSON(string method)
    {
        await using var rig = await SlackRig.StartAsync();
        using var nothing = new ByteArrayContent([]);
        nothing.Headers.TryAddWithoutValidation("Content-Type", "application/json;charset=utf-8");

        (await rig.SendAsync(method, nothing, method is "apps.connections.open" ? rig.Slack.AppToken : rig.Slack.BotToken)).Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task Still_refuses_a_body_that_is_no_JSON()
    {
        await using var rig = await SlackRig.StartAsync();
        using var nonsense = new StringContent("{", Encoding.UTF8, "application/json");

        (await rig.SendAsync("auth.test", nonsense, rig.Slack.BotToken)).Error.ShouldBe("invalid_json");
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/octet-stream")]
    [InlineData("text/plain;charset=UTF-8")]
    public async Task Takes_the_bytes_of_an_upload_whatever_they_are_called(string type)
    {
        await using var rig = await SlackRig.StartAsync();
        var announced = await rig.FormAsync("files.getUploadURLExternal", ("filename", "a.txt"), ("length", "9"));
        using var bytes = new ByteArrayContent("a=1&b=%zz"u8.ToArray());
        bytes.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        using var answer = await rig.Http.PostAsync(new Uri((string)announced["upload_url"]!), bytes, SlackRig.Token);
        var done = await rig.CallAsync("files.completeUploadExternal", new JsonObject { ["files"] = new JsonArray(new JsonObject { ["id"] = announced["file_id"]!.DeepClone() }), ["channel_id"] = rig.Channel });

        ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(SlackRig.Token), done.Ok).ShouldBe((200, "OK - 9", true));
        Encoding.UTF8.GetString(rig.Slack.Messages(rig.Channel).Single().Files.Single().Bytes.Span).ShouldBe("a=1&b=%zz");
        (await rig.FormAsync("files.list"))["files"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Tells_of_people_the_workspace_and_the_bot()
    {
        await using var rig = await SlackRig.StartAsync();

        var found = await rig.FormAsync("users.lookupByEmail", ("email", "ada@newsroom.example"));
        var members = await rig.FormAsync("conversations.members", ("channel", rig.Channel));

        ((string?)found["user"]!["id"], (string?)(await rig.FormAsync("users.lookupByEmail", ("email", "nobody@newsroom.example"))).Error).ShouldBe((rig.Ada, "users_not_found"));
        members["members"]!.AsArray().Select(one => (string?)one).ShouldBe([rig.Slack.BotUserId, rig.Ada], ignoreOrder: true);
        ((string?)(await rig.FormAsync("team.info"))["team"]!["domain"], (string?)(await rig.FormAsync("bots.info"))["bot"]!["user_id"]).ShouldBe(("newsroom", rig.Slack.BotUserId));
        ((string?)(await rig.FormAsync("users.profile.get", ("user", rig.Ada)))["profile"]!["email"]).ShouldBe("ada@newsroom.example");
        (await rig.FormAsync("users.conversations"))["channels"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Asks_for_the_scope_of_an_address()
    {
        await using var rig = await SlackRig.StartAsync(SlackRig.Quick with { Scopes = SlackScopes.Without("users:read.email") });

        var refused = await rig.FormAsync("users.lookupByEmail", ("email", "ada@newsroom.example"));
        var shown = await rig.FormAsync("users.info", ("user", rig.Ada));

        (refused.Error, (string?)refused["needed"], shown["user"]!["profile"]!["email"]).ShouldBe(("missing_scope", "users:read.email", null));
    }

    [Fact]
    public async Task Carries_reactions_of_everybody()
    {
        await using var rig = await SlackRig.StartAsync();
        var ts = (await rig.PostAsync("hi")).Ts;

        await rig.CallAsync("reactions.add", new JsonObject { ["channel"] = rig.Channel, ["timestamp"] = ts, ["name"] = "eyes" });
        rig.Slack.React(rig.Channel, rig.Ada, ts, "eyes");
        var read = await rig.FormAsync("reactions.get", ("channel", rig.Channel), ("timestamp", ts));
        var removed = await rig.CallAsync("reactions.remove", new JsonObject { ["channel"] = rig.Channel, ["timestamp"] = ts, ["name"] = "eyes" });
        var again = await rig.CallAsync("reactions.remove", new JsonObject { ["channel"] = rig.Channel, ["timestamp"] = ts, ["name"] = "eyes" });

        ((int)read["message"]!["reactions"]![0]!["count"]!, removed.Ok, again.Error).ShouldBe((2, true, "no_reaction"));
    }

    [Fact]
    public async Task Publishes_a_home()
    {
        await using var rig = await SlackRig.StartAsync();
        var view = JsonNode.Parse("""{"type":"home","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"hello"}}]}""")!;

        var shown = await rig.CallAsync("views.publish", new JsonObject { ["user_id"] = rig.Ada, ["view"] = view });
        var stale = await rig.CallAsync("views.publish", new JsonObject { ["user_id"] = rig.Ada, ["view"] = view.DeepClone(), ["hash"] = "1.x" });
        var modal = await rig.CallAsync("views.publish", new JsonObject { ["user_id"] = rig.Ada, ["view"] = new JsonObject { ["type"] = "modal", ["blocks"] = new JsonArray() } });

        ((string?)shown["view"]!["type"], stale.Error, modal.Error).ShouldBe(("home", "hash_conflict", "invalid_arguments"));
        ((string?)rig.Slack.OpenHome(rig.Ada)!["blocks"]![0]!["text"]!["text"]).ShouldBe("hello");
    }

    [Theory]
    [InlineData("""{"blocks":[{"type":"section","text":{"type":"mrkdwn","text":"x"}}]}""", null, "")]
    [InlineData("""{"blocks":[{"type":"section","text":{"type":"mrkdwn","text":""}}]}""", "invalid_blocks", "/blocks/0/text/text")]
    [InlineData("""{"message":{"text":"x","blocks":[{"type":"nonsense"}]}}""", "invalid_blocks", "/blocks/0/type")]
    [InlineData("""{"message":{}}""", "no_text", "")]
    [InlineData("""{"view":{"type":"modal","title":{"type":"plain_text","text":"a title that is far too long for it"},"blocks":[{"type":"divider"}]}}""", "invalid_blocks", "/view/title/text")]
    [InlineData("""{"view":{"type":"home","blocks":[{"type":"divider"}]}}""", null, "")]
    [InlineData("{}", "invalid_arguments", "blocks")]
    public async Task Judges_blocks_without_posting_them(string body, string? error, string place)
    {
        await using var rig = await SlackRig.StartAsync(SlackRig.Quick with { Scopes = ["chat:write"] });

        var answer = await rig.CallAsync("blocks.validate", JsonNode.Parse(body)!.AsObject());

        answer.Error.ShouldBe(error);
        answer.Messages.ShouldContain(place);
        rig.Slack.Messages(rig.Channel).ShouldBeEmpty();
    }

    [Fact]
    public async Task Makes_and_describes_a_channel()
    {
        await using var rig = await SlackRig.StartAsync();

        var made = await rig.CallAsync("conversations.create", new JsonObject { ["name"] = "wire" });
        var id = (string)made["channel"]!["id"]!;
        var topic = await rig.CallAsync("conversations.setTopic", new JsonObject { ["channel"] = id, ["topic"] = "news" });
        var twice = await rig.CallAsync("conversations.create", new JsonObject { ["name"] = "wire" });
        await rig.CallAsync("conversations.invite", new JsonObject { ["channel"] = id, ["users"] = rig.Ada });
        await rig.CallAsync("conversations.leave", new JsonObject { ["channel"] = id });

        ((string?)topic["channel"]!["topic"]!["value"], twice.Error).ShouldBe(("news", "name_taken"));
        (await rig.FormAsync("conversations.members", ("channel", id)))["members"]!.AsArray().Select(one => (string?)one).ShouldBe([rig.Ada]);
    }
}
