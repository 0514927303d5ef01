using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace TalksBot.Testing.Tests.Slack;

public sealed class SlackAdmissionTests
{
    [Fact]
    public async Task Says_which_scope_is_missing()
    {
        await using var rig = await SlackRig.StartAsync(SlackRig.Quick with { Scopes = ["chat:write", "channels:read"] });

        var pins = await rig.FormAsync("pins.add", ("channel", rig.Channel), ("timestamp", "1.000000"));
        var listed = await rig.FormAsync("conversations.list", ("types", "public_channel,private_channel"));

        (pins.Error, (string?)pins["needed"], (string?)pins["provided"]).ShouldBe(("missing_scope", "pins:write", "chat:write,channels:read"));
        (listed.Error, (string?)listed["needed"]).ShouldBe(("missing_scope", "groups:read"));
        pins.Headers["x-oauth-scopes"].ShouldBe("chat:write,channels:read");
    }

    [Fact]
    public async Task Names_the_scopes_a_method_takes_only_where_it_takes_any()
    {
        await using var rig = await SlackRig.StartAsync();

        var (post, test) = (await rig.PostAsync("x"), await rig.SendAsync("auth.test", Form(), rig.Slack.BotToken));

        (post.Headers["x-accepted-oauth-scopes"], test.Headers.ContainsKey("x-accepted-oauth-scopes")).ShouldBe(("chat:write", false));
    }

    [Fact]
    public async Task Keeps_the_kinds_of_token_apart()
    {
        await using var rig = await SlackRig.StartAsync();

        var botOpens = await rig.SendAsync("apps.connections.open", Form(), rig.Slack.BotToken);
        var appPosts = await rig.SendAsync("auth.test", Form(), rig.Slack.AppToken);
        var stranger = await rig.SendAsync("auth.test", Form(), "xoxb-stranger");
        var inForm = await rig.SendAsync("auth.test", Form(("token", rig.Slack.BotToken)), token: null);
        var appInForm = await rig.SendAsync("apps.connections.open", Form(("token", rig.Slack.AppToken)), token: null);
        var inQuery = await rig.SendAsync($"auth.test?token={rig.Slack.BotToken}", Form(), token: null);

        new[] { botOpens.Error, appPosts.Error, stranger.Error, appInForm.Error, inQuery.Error }.ShouldBe(["not_allowed_token_type", "not_allowed_token_type", "invalid_auth", "not_authed", "not_authed"]);
        ((string?)inForm["user_id"], (string?)inForm["team_id"]).ShouldBe((rig.Slack.BotUserId, rig.Slack.TeamId));
    }

    [Fact]
    public async Task Takes_forms_with_json_strings_and_rejects_broken_json()
    {
        await using var rig = await SlackRig.StartAsync();

        var form = await rig.FormAsync("chat.postMessage", ("channel", rig.Channel), ("blocks", """[{"type":"divider"}]"""));
        var broken = await rig.SendAsync("chat.postMessage", Json("{"), rig.Slack.BotToken);
        var array = await rig.SendAsync("chat.postMessage", Json("[]"), rig.Slack.BotToken);
        var ignored = await rig.CallAsync("users.info", new JsonObject { ["user"] = rig.Ada });

        (form.Ok, broken.Error, array.Error, ignored.Error).ShouldBe((true, "invalid_json", "json_not_object", "invalid_arguments"));
        ignored.Messages.ShouldBe("[ERROR] missing required field: user");
    }

    [Fact]
    public async Task Fails_every_call_and_closes_sockets_once_revoked()
    {
        await using var rig = await SlackRig.StartAsync();
        using var socket = await rig.ConnectAsync();

        rig.Slack.Faults.RevokeTokens("account_inactive");

        (await socket.HearAsync()).ShouldBeNull();
        (await rig.PostAsync("x")).Error.ShouldBe("account_inactive");
        (await rig.SendAsync("apps.connections.open", Form(), rig.Slack.AppToken)).Error.ShouldBe("invalid_auth");
    }

    [Fact]
    public async Task Pages_with_opaque_cursors_to_the_end()
    {
        await using var rig = await SlackRig.StartAsync(SlackRig.Quick with { ShortPages = 2 });
        foreach (var name in new[] { "b", "c", "d", "e" })
        {
            rig.Slack.AddChannel(name);
        }

        var seen = new List<string>();
        var cursor = "";
        do
        {
            var page = await rig.FormAsync("conversations.list", ("limit", "200"), ("cursor", cursor));
            seen.AddRange(page["channels"]!.AsArray().Select(one => (string)one!["name"]!));
            cursor = (string)page["response_metadata"]!["next_cursor"]!;
        }
        while (cursor.Length > 0);
        var bad = await rig.FormAsync("conversations.list", ("cursor", "rubbish"));
        var large = await rig.FormAsync("conversations.list", ("limit", "1000"));

        seen.ShouldBe(["desk", "b", "c", "d", "e"]);
        (bad.Error, large.Error).ShouldBe(("invalid_cursor", "invalid_limit"));
    }

    [Fact]
    public async Task Knows_peoples_zones_and_who_is_admin()
    {
        await using var rig = await SlackRig.StartAsync();

        var user = (await rig.FormAsync("users.info", ("user", rig.Ada)))["user"]!;
        var nobody = await rig.FormAsync("users.info", ("user", "U0"));

        ((string?)user["tz"], (bool)user["is_admin"]!).ShouldBe(("America/New_York", true));
        ((int)user["tz_offset"]!).ShouldBeOneOf(-18000, -14400);
        (nobody.Status, nobody.Error).ShouldBe((HttpStatusCode.OK, "user_not_found"));
    }

    private static FormUrlEncodedContent Form(params (string Key, string Value)[] form) => new(form.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)));

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
