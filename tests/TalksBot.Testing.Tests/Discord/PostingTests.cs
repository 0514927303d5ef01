using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using TalksBot.Simulators.Discord;

namespace TalksBot.Testing.Tests.Discord;

public sealed class PostingTests
{
    [Fact]
    public async Task Posts_reads_back_edits_and_deletes()
    {
        await using var rig = await Rig.StartAsync();

        var posted = await rig.PostAsync("one");
        var edited = await rig.SendAsync(HttpMethod.Patch, $"{rig.Posts}/{posted.Id}", """{"content":"two"}""");
        var read = await rig.GetAsync($"{rig.Posts}/{posted.Id}");
        var deleted = await rig.SendAsync(HttpMethod.Delete, $"{rig.Posts}/{posted.Id}", body: null);
        var again = await rig.SendAsync(HttpMethod.Delete, $"{rig.Posts}/{posted.Id}", body: null);

        ((string?)read.Body!["content"]).ShouldBe("two");
        edited.Body!["edited_timestamp"].ShouldNotBeNull();
        deleted.Status.ShouldBe(HttpStatusCode.NoContent);
        (again.Status, again.Code).ShouldBe((HttpStatusCode.NotFound, 10008));
    }

    [Theory]
    [InlineData("""{"content":"LONG2001"}""", "content", "BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"nonce":"LONG26","content":"x"}""", "nonce", "BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"embeds":[{"title":"LONG257"}]}""", "embeds.0.title", "BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"embeds":[{"description":"LONG4000"},{"description":"LONG2001"}]}""", "embeds", "MAX_EMBED_SIZE_EXCEEDED")]
    [InlineData("""{"embeds":[{"title":"x","fields":[{"name":"n"}]}]}""", "embeds.0.fields.0.value", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"embeds":[{}]}""", "embeds.0.description", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"embeds":[{"title":"x","url":"ftp://a.test"}]}""", "embeds.0.url", "URL_TYPE_INVALID_SCHEME")]
    [InlineData("""{"embeds":[{"image":{"url":"attachment://no.png"}}]}""", "embeds.0.image.url", "ATTACHMENT_NOT_FOUND")]
    [InlineData("""{"content":"x","attachments":[{"id":0}]}""", "attachments.0.id", "ATTACHMENT_NOT_FOUND")]
    [InlineData("""{"content":"x","allowed_mentions":{"parse":["users"],"users":["1"]}}""", "allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE")]
    [InlineData("""{"content":"x","components":[{"type":1,"components":[{"type":2,"style":1,"label":"a"}]}]}""", "components.0.components.0.custom_id", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"content":"x","components":[{"type":10,"content":"a"}]}""", "components.0.type", "UNION_TYPE_CHOICES")]
    [InlineData("""{"content":"x","flags":32768,"components":[{"type":10,"content":"a"}]}""", "content", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2")]
    [InlineData("""{"content":"x","message_reference":{"message_id":"1"}}""", "message_reference", "MESSAGE_REFERENCE_UNKNOWN_MESSAGE")]
    public async Task Refuses_a_form_at_the_place_of_its_fault(string body, string at, string code)
    {
        await using var rig = await Rig.StartAsync();
        foreach (var length in new[] { 26, 257, 2001, 4000 })
        {
            body = body.Replace($"LONG{length}", new string('x', length), StringComparison.Ordinal);
        }

        var answer = await rig.SendAsync(HttpMethod.Post, rig.Posts, body);

        (answer.Status, answer.Code, answer.Fault(at)).ShouldBe((HttpStatusCode.BadRequest, 50035, code), answer.Text);
    }

    [Fact]
    public async Task Refuses_an_empty_message() =>
        await RefusesAsync("""{"content":"  "}""", 50006);

    [Fact]
    public async Task Refuses_broken_json()
    {
        await using var rig = await Rig.StartAsync();

        using var content = new StringContent("{", System.Text.Encoding.UTF8, "application/json");
        (await rig.SendAsync(HttpMethod.Post, rig.Posts, content)).Code.ShouldBe(50109);
        using var plain = new StringContent("{}", System.Text.Encoding.UTF8, "text/plain");
        (await rig.SendAsync(HttpMethod.Post, rig.Posts, plain)).Code.ShouldBe(50035);
    }

    [Theory]
    [InlineData(Permissions.ViewChannel, 50001)]
    [InlineData(Permissions.SendMessages, 50013)]
    public async Task Tells_a_hidden_channel_from_a_forbidden_one(Permissions denied, int code)
    {
        await using var rig = await Rig.StartAsync();
        rig.Discord.DenyBot(rig.Channel, denied);

        var answer = await rig.PostAsync("hi");

        (answer.Status, answer.Code).ShouldBe((HttpStatusCode.Forbidden, code));
    }

    [Fact]
    public async Task Knows_no_channel_that_was_deleted()
    {
        await using var rig = await Rig.StartAsync();
        rig.Discord.DeleteChannel(rig.Channel);

        (await rig.PostAsync("hi")).Code.ShouldBe(10003);
    }

    [Fact]
    public async Task Edits_nobody_elses_message()
    {
        await using var rig = await Rig.StartAsync();
        var said = rig.Discord.Say(rig.Ada, rig.Channel, "mine");

        (await rig.SendAsync(HttpMethod.Patch, $"{rig.Posts}/{said}", """{"content":"x"}""")).Code.ShouldBe(50005);
        (await rig.SendAsync(HttpMethod.Delete, $"{rig.Posts}/{said}", body: null)).Code.ShouldBe(50013);
    }

    [Fact]
    public async Task Pings_by_default_and_not_when_told_so()
    {
        await using var rig = await Rig.StartAsync();

        rig.Discord.DenyBot(rig.Channel, Permissions.MentionEveryone);
        await rig.PostAsync($"<@{rig.Ada}> @everyone");
        await rig.SendAsync(HttpMethod.Post, rig.Posts, new JsonObject { ["content"] = $"<@{rig.Ada}>", ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() } });

        var messages = rig.Discord.Messages(rig.Channel);
        messages[0].Pings.Users.ShouldBe([$"{rig.Ada}"]);
        messages[0].Pings.Everyone.ShouldBeFalse("the bot lacks MENTION_EVERYONE");
        messages[1].Pings.Users.ShouldBeEmpty();
    }

    [Fact]
    public async Task Hides_what_others_say_without_the_content_intent()
    {
        await using var rig = await Rig.StartAsync(new DiscordSimulatorOptions());
        rig.Discord.Say(rig.Ada, rig.Channel, "secret");
        rig.Discord.Say(rig.Ada, rig.Channel, $"<@{rig.Discord.BotId}> hi");

        var read = await rig.GetAsync(rig.Posts);

        read.Body!.AsArray().Select(one => (string)one!["content"]!).ShouldBe([$"<@{rig.Discord.BotId}> hi", ""]);
    }

    [Fact]
    public async Task Pages_through_history()
    {
        await using var rig = await Rig.StartAsync();
        var ids = new List<string>();
        foreach (var word in new[] { "a", "b", "c", "d" })
        {
            ids.Add((await rig.PostAsync(word)).Id);
        }

        var before = await rig.GetAsync($"{rig.Posts}?limit=2&before={ids[3]}");
        var after = await rig.GetAsync($"{rig.Posts}?after={ids[1]}");

        before.Body!.AsArray().Select(one => (string)one!["content"]!).ShouldBe(["c", "b"]);
        after.Body!.AsArray().Select(one => (string)one!["content"]!).ShouldBe(["d", "c"]);
        (await rig.GetAsync($"{rig.Posts}?limit=101")).Code.ShouldBe(50035);
    }

    [Fact]
    public async Task Limits_edits_of_old_messages()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var rig = await Rig.StartAsync(new DiscordSimulatorOptions { Time = clock });
        var posted = await rig.PostAsync("old");
        clock.Advance(TimeSpan.FromHours(2));
        for (var i = 0; i < 3; i++)
        {
            (await rig.SendAsync(HttpMethod.Patch, $"{rig.Posts}/{posted.Id}", """{"content":"x"}""")).Status.ShouldBe(HttpStatusCode.OK);
        }

        var answer = await rig.SendAsync(HttpMethod.Patch, $"{rig.Posts}/{posted.Id}", """{"content":"x"}""");

        (answer.Status, answer.Code).ShouldBe((HttpStatusCode.TooManyRequests, 30046));
    }

    [Fact]
    public async Task Renders_buttons_embeds_and_v2_by_the_document()
    {
        await using var rig = await Rig.StartAsync();
        const string legacy = """
            {"embeds":[{"title":"t","description":"d","color":1,"timestamp":"2026-01-01T00:00:00Z","footer":{"text":"f"},"author":{"name":"a"},"fields":[{"name":"n","value":"v"}]}],
             "components":[{"type":1,"components":[{"type":2,"style":1,"label":"Go","custom_id":"go"},{"type":2,"style":5,"label":"Link","url":"https://a.test"}]},
                           {"type":1,"components":[{"type":3,"custom_id":"pick","options":[{"label":"l","value":"v"}]}]}]}
            """;
        const string v2 = """
            {"flags":32768,"components":[{"type":17,"accent_color":255,"components":[{"type":10,"content":"hello"},{"type":14},
             {"type":9,"components":[{"type":10,"content":"s"}],"accessory":{"type":2,"style":2,"label":"b","custom_id":"b"}}]}]}
            """;

        (await rig.SendAsync(HttpMethod.Post, rig.Posts, legacy)).Status.ShouldBe(HttpStatusCode.OK);
        (await rig.SendAsync(HttpMethod.Post, rig.Posts, v2)).Status.ShouldBe(HttpStatusCode.OK);

        rig.Discord.Stats.RequestFaults.ShouldBeEmpty();
    }

    private static async Task RefusesAsync(string body, int code)
    {
        await using var rig = await Rig.StartAsync();
        (await rig.SendAsync(HttpMethod.Post, rig.Posts, body)).Code.ShouldBe(code);
    }
}

