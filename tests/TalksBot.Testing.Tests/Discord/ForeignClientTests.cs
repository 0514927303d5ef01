using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord;

namespace TalksBot.Testing.Tests.Discord;

/// <summary>What libraries that nobody here wrote send, byte for byte, where it differs from TalksBot's own: discord.js, discord.py, eris, oceanic.js.</summary>
public sealed class ForeignClientTests
{
    private const string Thumb = "%F0%9F%91%8D";

    [Theory]
    [InlineData("""{"token":"Bot TOKEN","v":10,"compress":false,"large_threshold":250,"intents":1,"properties":{"os":"linux","browser":"Eris","device":"Eris"}}""")]
    [InlineData("""{"token":"Bot TOKEN","properties":{"os":"linux","browser":"Oceanic","device":"Oceanic"},"compress":false,"large_threshold":250,"shard":[0,1],"presence":{"activities":[],"afk":false,"since":null,"status":"online"},"intents":1}""")]
    [InlineData("""{"token":"TOKEN","properties":{"os":"linux","browser":"discord.py","device":"discord.py"},"compress":true,"large_threshold":250,"intents":1}""")]
    public async Task Lets_in_an_identify_with_or_without_the_prefix(string identify)
    {
        await using var rig = await Rig.StartAsync();
        using var socket = await Socket.OpenAsync(rig.Discord);
        await socket.HearAsync();

        await socket.SayAsync($$"""{"op":2,"d":{{identify.Replace("TOKEN", rig.Discord.Token, StringComparison.Ordinal)}}}""");

        var ready = await socket.HearAsync("READY");
        ready["private_channels"]!.AsArray().ShouldBeEmpty("eris reads it before anything else");
        ((string?)(await socket.HearAsync("GUILD_CREATE"))["name"]).ShouldBe("Newsroom");
    }

    [Fact]
    public async Task Resumes_with_the_prefix_too()
    {
        await using var rig = await Rig.StartAsync();
        var first = await Socket.ReadyAsync(rig.Discord);
        first.Abort();
        using var second = await Socket.OpenAsync(first.ResumeUrl);
        await second.HearAsync();

        await second.SayAsync(6, new JsonObject { ["token"] = $"Bot {rig.Discord.Token}", ["session_id"] = first.SessionId, ["seq"] = first.Number });

        ((string?)(await second.HearAsync())!["t"]).ShouldBe("RESUMED");
    }

    [Theory]
    [InlineData("node", 200)]
    [InlineData("Oceanic/1.15.0 (https://github.com/OceanicJS/Oceanic)", 200)]
    [InlineData("DiscordBot (https://github.com/abalabahaha/eris, 0.18.0)", 200)]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64)", 403)]
    [InlineData("Python-urllib/3.11", 403)]
    public async Task Judges_a_user_agent_as_Discord_does_not_as_its_documentation_says(string agent, int status)
    {
        await using var rig = await Rig.StartAsync();
        rig.Http.DefaultRequestHeaders.Remove("User-Agent");
        rig.Http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", agent);

        ((int)(await rig.GetAsync("users/@me")).Status).ShouldBe(status);
    }

    [Fact]
    public async Task Takes_an_id_that_is_a_number_as_discord_py_sends_it()
    {
        await using var rig = await Rig.StartAsync();

        var opened = await rig.SendAsync(HttpMethod.Post, "users/@me/channels", $$"""{"recipient_id":{{rig.Ada}}}""");
        var first = await rig.PostAsync("first");
        var reply = await rig.SendAsync(HttpMethod.Post, rig.Posts, $$"""{"content":"re","tts":false,"message_reference":{"message_id":{{first.Id}},"channel_id":{{rig.Channel}},"guild_id":{{rig.Guild}} } }""");

        ((int)opened.Body!["type"]!).ShouldBe(1);
        ((string?)reply.Body!["referenced_message"]!["content"]).ShouldBe("first");
    }

    [Fact]
    public async Task Says_on_an_answer_which_command_it_answers_in_both_ways()
    {
        await using var rig = await Rig.StartAsync();
        await rig.RegisterAsync("""[{"name":"deadline","description":"d","options":[{"type":1,"name":"add","description":"a"}]}]""");
        using var socket = await Socket.ReadyAsync(rig.Discord, intents: (1 << 9) | 1);

        var asking = rig.Discord.RunCommandAsync(rig.Ada, rig.Channel, "deadline add", [], Rig.Token);
        var heard = await socket.HearAsync("INTERACTION_CREATE");
        await rig.SendAsync(HttpMethod.Post, $"interactions/{heard["id"]}/{heard["token"]}/callback", """{"type":4,"data":{"content":"done"}}""");
        var told = await socket.HearAsync("MESSAGE_CREATE");
        var read = await rig.GetAsync($"{rig.Posts}/{(await asking).Message!.Id}");

        foreach (var message in new[] { told, read.Body! })
        {
            var named = message["interaction"]!;
            ((string?)named["name"], (int)named["type"]!, (string?)named["user"]!["username"]).ShouldBe(("deadline add", 2, "ada"));
            ((string?)message["interaction_metadata"]!["id"]).ShouldBe((string?)named["id"]);
        }
    }

    [Fact]
    public async Task Carries_reactions()
    {
        await using var rig = await Rig.StartAsync(new DiscordSimulatorOptions { ReactionLimit = new(100, TimeSpan.FromSeconds(1)) });
        using var socket = await Socket.ReadyAsync(rig.Discord, intents: 1 << 10);
        var place = $"{rig.Posts}/{(await rig.PostAsync("hi")).Id}";

        var added = await rig.SendAsync(HttpMethod.Put, $"{place}/reactions/{Thumb}/@me", (HttpContent?)null);
        var event1 = await socket.HearAsync("MESSAGE_REACTION_ADD");
        rig.Discord.React(rig.Ada, rig.Channel, ulong.Parse(place.Split('/')[^1], CultureInfo.InvariantCulture), "👍");
        var shown = (await rig.GetAsync(place)).Body!["reactions"]![0]!;
        var users = await rig.GetAsync($"{place}/reactions/{Thumb}?limit=100&type=0");
        var forbidden = await rig.SendAsync(HttpMethod.Delete, $"{place}/reactions/{Thumb}/{rig.Ada}", (HttpContent?)null);
        var removed = await rig.SendAsync(HttpMethod.Delete, $"{place}/reactions/{Thumb}/@me", (HttpContent?)null);
        var word = await rig.SendAsync(HttpMethod.Put, $"{place}/reactions/thumbsup/@me", (HttpContent?)null);

        (added.Status, (string?)event1["emoji"]!["name"], (string?)event1["user_id"]).ShouldBe((HttpStatusCode.NoContent, "👍", $"{rig.Discord.BotId}"));
        ((int)shown["count"]!, (bool)shown["me"]!, users.Body!.AsArray().Count).ShouldBe((2, true, 2));
        (forbidden.Code, removed.Status, word.Code).ShouldBe((50013, HttpStatusCode.NoContent, 10014));
    }

    [Fact]
    public async Task Keeps_a_calendar()
    {
        await using var rig = await Rig.StartAsync();
        using var socket = await Socket.ReadyAsync(rig.Discord, intents: 1 << 16);
        var start = TimeProvider.System.GetUtcNow().AddHours(1);
        var events = $"guilds/{rig.Guild}/scheduled-events";
        string Body(string name) => $$"""{"name":"{{name}}","privacy_level":2,"scheduled_start_time":"{{start:O}}","scheduled_end_time":"{{start.AddHours(1):O}}","entity_type":3,"entity_metadata":{"location":"Geneva"} }""";

        var made = await rig.SendAsync(HttpMethod.Post, events, Body("Talks"));
        var told = await socket.HearAsync("GUILD_SCHEDULED_EVENT_CREATE");
        var renamed = await rig.SendAsync(HttpMethod.Patch, $"{events}/{made.Id}", """{"name":"Talks resumed"}""");
        var nowhere = await rig.SendAsync(HttpMethod.Post, events, Body("x").Replace(""","entity_metadata":{"location":"Geneva"}""", "", StringComparison.Ordinal));
        var past = await rig.SendAsync(HttpMethod.Post, events, Body("x").Replace($"{start:O}", "2020-01-01T00:00:00Z", StringComparison.Ordinal));
        var listed = await rig.GetAsync(events);
        var deleted = await rig.SendAsync(HttpMethod.Delete, $"{events}/{made.Id}", (HttpContent?)null);

        ((string?)told["name"], (string?)renamed.Body!["name"], listed.Body!.AsArray().Count, deleted.Status).ShouldBe(("Talks", "Talks resumed", 1, HttpStatusCode.NoContent));
        nowhere.Fault("entity_metadata").ShouldBe("BASE_TYPE_REQUIRED");
        past.Fault("scheduled_start_time").ShouldBe("GUILD_SCHEDULED_EVENT_SCHEDULE_PAST");
    }

    [Fact]
    public async Task Lets_the_holder_of_a_webhook_write_change_and_delete()
    {
        await using var rig = await Rig.StartAsync();
        (await rig.SendAsync(HttpMethod.Post, $"channels/{rig.Channel}/webhooks", """{"name":"wire"}""")).Code.ShouldBe(50013);
        rig.Discord.Grant(rig.Guild, "TalksBot", Permissions.All);
        var hook = await rig.SendAsync(HttpMethod.Post, $"channels/{rig.Channel}/webhooks", """{"name":"wire"}""");
        var address = $"webhooks/{hook.Id}/{hook.Body!["token"]}";

        var silent = await rig.SendAsync(HttpMethod.Post, address, """{"content":"one"}""");
        var said = await rig.SendAsync(HttpMethod.Post, $"{address}?wait=true", """{"content":"two","username":"Reuters","components":[]}""");
        var changed = await rig.SendAsync(HttpMethod.Patch, $"{address}/messages/{said.Id}", """{"content":"three"}""");
        var wrong = await rig.SendAsync(HttpMethod.Post, $"webhooks/{hook.Id}/guess", """{"content":"x"}""");
        var gone = await rig.SendAsync(HttpMethod.Delete, $"{address}/messages/{said.Id}", (HttpContent?)null);
        var removed = await rig.SendAsync(HttpMethod.Delete, $"webhooks/{hook.Id}", (HttpContent?)null);

        (silent.Status, (string?)said.Body!["author"]!["username"], (string?)said.Body["webhook_id"]).ShouldBe((HttpStatusCode.NoContent, "Reuters", hook.Id));
        ((string?)changed.Body!["content"], wrong.Code, gone.Status, removed.Status).ShouldBe(("three", 50027, HttpStatusCode.NoContent, HttpStatusCode.NoContent));
        rig.Discord.Messages(rig.Channel).Select(message => message.Content).ShouldBe(["one"]);
    }

    [Fact]
    public async Task Keeps_who_is_in_a_thread_and_lists_the_archived()
    {
        await using var rig = await Rig.StartAsync();
        var message = await rig.PostAsync("hi");
        var thread = (await rig.SendAsync(HttpMethod.Post, $"{rig.Posts}/{message.Id}/threads", """{"name":"t","auto_archive_duration":60}""")).Id;

        var members = await rig.GetAsync($"channels/{thread}/thread-members");
        var left = await rig.SendAsync(HttpMethod.Delete, $"channels/{thread}/thread-members/@me", (HttpContent?)null);
        var alone = await rig.GetAsync($"channels/{thread}/thread-members");
        await rig.SendAsync(HttpMethod.Put, $"channels/{thread}/thread-members/{rig.Ada}", (HttpContent?)null);
        await rig.SendAsync(HttpMethod.Patch, $"channels/{thread}", """{"archived":true}""");
        var shut = await rig.SendAsync(HttpMethod.Put, $"channels/{thread}/thread-members/@me", (HttpContent?)null);
        var archived = await rig.GetAsync($"channels/{rig.Channel}/threads/archived/public?limit=50");

        ((string?)members.Body![0]!["user_id"], left.Status, alone.Body!.AsArray().Count, shut.Code).ShouldBe(($"{rig.Discord.BotId}", HttpStatusCode.NoContent, 0, 50083));
        ((string?)archived.Body!["threads"]![0]!["id"], (bool)archived.Body["has_more"]!).ShouldBe((thread, false));
    }

    [Fact]
    public async Task Deletes_many_at_once()
    {
        await using var rig = await Rig.StartAsync();
        var (one, two) = (await rig.PostAsync("1"), await rig.PostAsync("2"));
        var body = $$"""{"messages":["{{one.Id}}","{{two.Id}}"]}""";

        (await rig.SendAsync(HttpMethod.Post, $"{rig.Posts}/bulk-delete", body)).Code.ShouldBe(50013);
        rig.Discord.Grant(rig.Guild, "TalksBot", Permissions.All);
        (await rig.SendAsync(HttpMethod.Post, $"{rig.Posts}/bulk-delete", $$"""{"messages":["{{one.Id}}"]}""")).Code.ShouldBe(50016);
        (await rig.SendAsync(HttpMethod.Post, $"{rig.Posts}/bulk-delete", body)).Status.ShouldBe(HttpStatusCode.NoContent);

        rig.Discord.Messages(rig.Channel).ShouldBeEmpty();
    }

    [Fact]
    public async Task Makes_changes_and_removes_channels()
    {
        await using var rig = await Rig.StartAsync();
        (await rig.SendAsync(HttpMethod.Post, $"guilds/{rig.Guild}/channels", """{"name":"wire"}""")).Code.ShouldBe(50013);
        rig.Discord.Grant(rig.Guild, "TalksBot", Permissions.All);

        var made = await rig.SendAsync(HttpMethod.Post, $"guilds/{rig.Guild}/channels", """{"name":"wire","type":0,"topic":"news"}""");
        var changed = await rig.SendAsync(HttpMethod.Patch, $"channels/{made.Id}", """{"topic":"more news"}""");
        var hidden = await rig.SendAsync(HttpMethod.Put, $"channels/{made.Id}/permissions/{rig.Ada}", """{"type":1,"allow":"0","deny":"1024"}""");
        var gone = await rig.SendAsync(HttpMethod.Delete, $"channels/{made.Id}", (HttpContent?)null);

        (made.Status, (string?)changed.Body!["topic"], hidden.Status, gone.Status).ShouldBe((HttpStatusCode.Created, "more news", HttpStatusCode.NoContent, HttpStatusCode.OK));
        (await rig.GetAsync($"channels/{made.Id}")).Code.ShouldBe(10003);
    }

    [Fact]
    public async Task Lists_members_only_with_the_privileged_intent()
    {
        await using var closed = await Rig.StartAsync();
        await using var open = await Rig.StartAsync(new DiscordSimulatorOptions { AllowedPrivilegedIntents = 1 << 1 });

        (await closed.GetAsync($"guilds/{closed.Guild}/members?limit=100")).Code.ShouldBe(50001);
        (await open.GetAsync($"guilds/{open.Guild}/members?limit=100")).Body!.AsArray().Select(one => (string?)one!["user"]!["username"]).ShouldContain("ada");
        (await open.GetAsync($"guilds/{open.Guild}/members/search?query=ad&limit=5")).Body!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Gives_every_session_of_a_shard_each_interaction_and_takes_one_answer()
    {
        await using var rig = await Rig.StartAsync(new DiscordSimulatorOptions { MaxConcurrency = 2 });
        await rig.RegisterAsync("""[{"name":"ping","description":"d"}]""");
        using var one = await Socket.ReadyAsync(rig.Discord);
        using var two = await Socket.ReadyAsync(rig.Discord);

        var asking = rig.Discord.RunCommandAsync(rig.Ada, rig.Channel, "ping", [], Rig.Token);
        var (first, second) = (await one.HearAsync("INTERACTION_CREATE"), await two.HearAsync("INTERACTION_CREATE"));
        var taken = await rig.SendAsync(HttpMethod.Post, $"interactions/{first["id"]}/{first["token"]}/callback", """{"type":4,"data":{"content":"one"}}""");
        var late = await rig.SendAsync(HttpMethod.Post, $"interactions/{second["id"]}/{second["token"]}/callback", """{"type":4,"data":{"content":"two"}}""");

        ((string?)second["id"]).ShouldBe((string?)first["id"]);
        (taken.Status, late.Code, (await asking).Message!.Content).ShouldBe((HttpStatusCode.NoContent, 40060, "one"));
    }

    [Fact]
    public async Task Takes_multipart_as_aiohttp_writes_it()
    {
        await using var rig = await Rig.StartAsync();
        const string body = "--b\r\nContent-Type: application/json\r\nContent-Disposition: form-data; name=\"payload_json\"\r\n\r\n{\"attachments\":[{\"id\":0,\"filename\":\"a.txt\"}],\"content\":\"see\"}\r\n"
            + "--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: form-data; name=\"files[0]\"; filename=\"a.txt\"\r\n\r\nbytes\r\n--b--\r\n";
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");

        (await rig.SendAsync(HttpMethod.Post, rig.Posts, content)).Status.ShouldBe(HttpStatusCode.OK);

        Encoding.UTF8.GetString(rig.Discord.Messages(rig.Channel).Single().Files.Single().Bytes.Span).ShouldBe("bytes");
    }
}
