using System.Net;
using TalksBot.Simulators.Discord;

namespace TalksBot.Testing.Tests.Discord;

public sealed class AdmissionTests
{
    [Fact]
    public async Task Refuses_embeds_alone_but_leaves_them_out_beside_words()
    {
        await using var rig = await Rig.StartAsync();
        rig.Discord.DenyBot(rig.Channel, Permissions.EmbedLinks);

        var alone = await rig.SendAsync(HttpMethod.Post, rig.Posts, """{"embeds":[{"title":"x"}]}""");
        var beside = await rig.SendAsync(HttpMethod.Post, rig.Posts, """{"content":"hi","embeds":[{"title":"x"}]}""");

        alone.Code.ShouldBe(50013);
        beside.Body!["embeds"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Refuses_a_wrong_token()
    {
        await using var rig = await Rig.StartAsync();
        rig.Http.DefaultRequestHeaders.Remove("Authorization");
        rig.Http.DefaultRequestHeaders.Add("Authorization", "Bot wrong");

        var answer = await rig.GetAsync("users/@me");

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Text.ShouldBe("""{"message":"401: Unauthorized","code":0}""");
    }

    [Fact]
    public async Task Refuses_a_strange_user_agent()
    {
        await using var rig = await Rig.StartAsync();
        rig.Http.DefaultRequestHeaders.Remove("User-Agent");

        var answer = await rig.GetAsync("users/@me");

        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.Code.ShouldBe(40333);
    }

    [Fact]
    public async Task Lets_callbacks_and_webhooks_in_under_any_user_agent()
    {
        await using var rig = await Rig.StartAsync();
        rig.Http.DefaultRequestHeaders.Remove("User-Agent");

        var callback = await rig.SendAsync(HttpMethod.Post, "interactions/1/made-up/callback", """{"type":4,"data":{"content":"x"}}""");
        var followUp = await rig.SendAsync(HttpMethod.Post, $"webhooks/{rig.Discord.ApplicationId}/made-up", """{"content":"x"}""");

        (callback.Code, followUp.Code).ShouldBe((10062, 10015));
    }

    [Fact]
    public async Task Shows_the_application_the_user_and_the_gateway()
    {
        await using var rig = await Rig.StartAsync();

        (await rig.GetAsync("applications/@me")).Id.ShouldBe($"{rig.Discord.ApplicationId}");
        (await rig.GetAsync("users/@me")).Id.ShouldBe($"{rig.Discord.BotId}");
        ((int)(await rig.GetAsync("gateway/bot")).Body!["session_start_limit"]!["remaining"]!).ShouldBe(1000);
    }

    [Theory]
    [InlineData("users/@me/guilds")]
    [InlineData("guilds/{g}")]
    [InlineData("guilds/{g}/channels")]
    [InlineData("guilds/{g}/roles")]
    [InlineData("guilds/{g}/threads/active")]
    [InlineData("guilds/{g}/members/{u}")]
    [InlineData("channels/{c}")]
    [InlineData("channels/{c}/messages/pins")]
    public async Task Answers_by_the_document(string path)
    {
        await using var rig = await Rig.StartAsync();
        path = path.Replace("{g}", $"{rig.Guild}", StringComparison.Ordinal)
            .Replace("{c}", $"{rig.Channel}", StringComparison.Ordinal)
            .Replace("{u}", $"{rig.Ada}", StringComparison.Ordinal);

        (await rig.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Lists_everyone_under_the_guilds_own_id()
    {
        await using var rig = await Rig.StartAsync();

        var roles = await rig.GetAsync($"guilds/{rig.Guild}/roles");

        roles.Body!.AsArray().ShouldContain(role => (string)role!["name"]! == "@everyone" && (string)role["id"]! == $"{rig.Guild}");
    }

    [Fact]
    public async Task Blocks_who_asks_wrongly_too_often()
    {
        await using var rig = await Rig.StartAsync(new DiscordSimulatorOptions { InvalidRequestLimit = 3 });
        rig.Discord.DenyBot(rig.Channel, Permissions.ViewChannel);
        for (var i = 0; i < 3; i++)
        {
            (await rig.PostAsync("hi")).Code.ShouldBe(50001);
        }

        var blocked = await rig.GetAsync("users/@me");

        (blocked.Status, blocked.Headers.ContainsKey("Via")).ShouldBe((HttpStatusCode.TooManyRequests, false));
    }
}
