using System.Net;
using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord;

namespace TalksBot.Testing.Tests.Discord;

public sealed class PinAndThreadTests
{
    private static readonly RateLimit Many = new(10_000, TimeSpan.FromSeconds(1));

    [Fact]
    public async Task Pins_with_a_notice_and_lists_the_pin()
    {
        await using var rig = await Rig.StartAsync();
        var posted = await rig.PostAsync("x");

        var pinned = await rig.SendAsync(HttpMethod.Put, $"{rig.Posts}/pins/{posted.Id}", body: null);
        var pins = await rig.GetAsync($"{rig.Posts}/pins");

        pinned.Status.ShouldBe(HttpStatusCode.NoContent);
        ((string?)pins.Body!["items"]![0]!["message"]!["id"]).ShouldBe(posted.Id);
        rig.Discord.Messages(rig.Channel)[1].Kind.ShouldBe(6);
    }

    [Fact]
    public async Task Lists_pins_as_bare_messages_at_the_deprecated_address()
    {
        await using var rig = await Rig.StartAsync();
        var posted = await rig.PostAsync("x");
        await rig.SendAsync(HttpMethod.Put, $"{rig.Posts}/pins/{posted.Id}", body: null);

        var pins = await rig.GetAsync($"channels/{rig.Channel}/pins");

        pins.Status.ShouldBe(HttpStatusCode.OK);
        pins.Body!.AsArray().Select(pin => (string)pin!["id"]!).ShouldBe([posted.Id]);
    }

    [Fact]
    public async Task Does_not_pin_by_managing_messages()
    {
        await using var rig = await Rig.StartAsync();
        var posted = await rig.PostAsync("x");
        rig.Discord.Permit(rig.Channel, rig.Discord.BotId, Permissions.ManageMessages, Permissions.PinMessages);

        (await rig.SendAsync(HttpMethod.Put, $"{rig.Posts}/pins/{posted.Id}", body: null)).Code.ShouldBe(50013);
    }

    [Fact]
    public async Task Takes_250_pins_and_no_more()
    {
        await using var rig = await Rig.StartAsync(new DiscordSimulatorOptions { PostLimit = Many, OtherLimit = Many, GlobalLimit = Many });
        for (var n = 0; n < 250; n++)
        {
            var posted = await rig.PostAsync($"{n}");
            (await rig.SendAsync(HttpMethod.Put, $"{rig.Posts}/pins/{posted.Id}", body: null)).Status.ShouldBe(HttpStatusCode.NoContent);
        }

        var last = await rig.PostAsync("one more");

        (await rig.SendAsync(HttpMethod.Put, $"{rig.Posts}/pins/{last.Id}", body: null)).Code.ShouldBe(30003);
    }

    [Fact]
    public async Task Opens_one_thread_per_message_under_its_id()
    {
        await using var rig = await Rig.StartAsync();
        var posted = await rig.PostAsync("x");

        var thread = await rig.SendAsync(HttpMethod.Post, $"{rig.Posts}/{posted.Id}/threads", """{"name":"about x"}""");
        var second = await rig.SendAsync(HttpMethod.Post, $"{rig.Posts}/{posted.Id}/threads", """{"name":"about x"}""");

        (thread.Status, thread.Id).ShouldBe((HttpStatusCode.Created, posted.Id));
        second.Code.ShouldBe(160004);
        (await rig.GetAsync($"guilds/{rig.Guild}/channels")).Body!.AsArray().Count.ShouldBe(1);
        (await rig.GetAsync($"guilds/{rig.Guild}/threads/active")).Body!["threads"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Opens_no_thread_where_that_is_denied()
    {
        await using var rig = await Rig.StartAsync();
        var posted = await rig.PostAsync("x");
        rig.Discord.DenyBot(rig.Channel, Permissions.CreatePublicThreads);

        (await rig.SendAsync(HttpMethod.Post, $"{rig.Posts}/{posted.Id}/threads", """{"name":"about x"}""")).Code.ShouldBe(50013);
    }

    [Fact]
    public async Task Speaks_in_threads_by_a_permission_of_their_own()
    {
        await using var rig = await Rig.StartAsync();
        var thread = await OpenAsync(rig);
        rig.Discord.DenyBot(rig.Channel, Permissions.SendMessages);

        (await SayAsync(rig, thread)).Status.ShouldBe(HttpStatusCode.OK);
        rig.Discord.DenyBot(rig.Channel, Permissions.SendMessagesInThreads);
        (await SayAsync(rig, thread)).Code.ShouldBe(50013);
    }

    [Fact]
    public async Task Refuses_edits_in_an_archived_thread_and_opens_it_by_posting()
    {
        await using var rig = await Rig.StartAsync();
        var thread = await OpenAsync(rig);
        var said = await SayAsync(rig, thread);
        rig.Discord.CloseThread(thread, archived: true, locked: false);

        var edit = await rig.SendAsync(HttpMethod.Patch, $"channels/{thread}/messages/{said.Id}", """{"content":"y"}""");
        await SayAsync(rig, thread);
        var after = await rig.SendAsync(HttpMethod.Patch, $"channels/{thread}/messages/{said.Id}", """{"content":"y"}""");

        edit.Code.ShouldBe(50083);
        after.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Says_nothing_in_a_locked_thread()
    {
        await using var rig = await Rig.StartAsync();
        var thread = await OpenAsync(rig);
        rig.Discord.CloseThread(thread, archived: true, locked: true);

        (await SayAsync(rig, thread)).Code.ShouldBe(160005);
    }

    [Fact]
    public async Task Posts_to_a_forum_as_a_thread_with_a_first_message()
    {
        await using var rig = await Rig.StartAsync();
        var forum = rig.Discord.AddChannel(rig.Guild, "dossiers", ChannelKind.Forum);

        var post = await rig.SendAsync(HttpMethod.Post, $"channels/{forum}/threads", """{"name":"US-JP","message":{"content":"first"}}""");
        var plain = await rig.SendAsync(HttpMethod.Post, $"channels/{forum}/messages", """{"content":"x"}""");

        (post.Status, (string?)post.Body!["message"]!["content"]).ShouldBe((HttpStatusCode.Created, "first"));
        plain.Code.ShouldBe(50008);
    }

    private static async Task<ulong> OpenAsync(Rig rig)
    {
        var posted = await rig.PostAsync("x");
        var thread = await rig.SendAsync(HttpMethod.Post, $"{rig.Posts}/{posted.Id}/threads", """{"name":"about x"}""");
        return ulong.Parse(thread.Id, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Task<Answer> SayAsync(Rig rig, ulong thread) =>
        rig.SendAsync(HttpMethod.Post, $"channels/{thread}/messages", new JsonObject { ["content"] = "y" });
}
