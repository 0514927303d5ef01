using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace TalksBot.Testing.Tests.Discord;

public sealed class ControlTests
{
    [Fact]
    public async Task Acts_as_a_person_over_http()
    {
        await using var rig = await Rig.StartAsync();
        await rig.RegisterAsync("""[{"name":"help","description":"d"}]""");
        using var socket = await Socket.ReadyAsync(rig.Discord);
        var asking = PostAsync(rig, "command", """{"user":"ada","channel":"#desk","command":"help"}""");
        var heard = await socket.HearAsync("INTERACTION_CREATE");
        await rig.SendAsync(HttpMethod.Post, $"interactions/{heard["id"]}/{heard["token"]}/callback", """{"type":4,"data":{"content":"here"}}""");

        var answer = await asking;
        var messages = await rig.Http.GetFromJsonAsync<JsonArray>(Address(rig, "messages/desk"), Rig.Token);

        ((string?)answer["kind"], (string?)answer["message"]!["content"]).ShouldBe(("Message", "here"));
        ((string?)messages![0]!["content"]).ShouldBe("here");
    }

    [Fact]
    public async Task Presses_the_latest_button_with_a_label()
    {
        await using var rig = await Rig.StartAsync();
        foreach (var id in new[] { "first", "second" })
        {
            await rig.SendAsync(
                HttpMethod.Post, $"channels/{rig.Channel}/messages", $$"""{"content":"x","components":[{"type":1,"components":[{"type":2,"style":1,"label":"Go","custom_id":"{{id}}"}]}]}""");
        }

        using var socket = await Socket.ReadyAsync(rig.Discord);
        var pressing = PostAsync(rig, "button", """{"user":"ada","channel":"desk","label":"go"}""");
        var heard = await socket.HearAsync("INTERACTION_CREATE");
        await rig.SendAsync(HttpMethod.Post, $"interactions/{heard["id"]}/{heard["token"]}/callback", """{"type":4,"data":{"content":"gone"}}""");

        ((string?)heard["data"]!["custom_id"]).ShouldBe("second");
        ((string?)(await pressing)["message"]!["content"]).ShouldBe("gone");
        ((string?)(await PostAsync(rig, "button", """{"user":"ada","channel":"desk","label":"Stop"}"""))["error"]).ShouldBe("Nothing here has a button \"Stop\".");
    }

    [Fact]
    public async Task Finds_a_button_however_deep_it_lies()
    {
        await using var rig = await Rig.StartAsync();
        const string deep = """
            {"flags":32768,"components":[{"type":10,"content":"Above"},{"type":17,"components":[
              {"type":9,"components":[{"type":10,"content":"Beside"}],"accessory":{"type":2,"style":1,"label":"Aside","custom_id":"aside"}},
              {"type":1,"components":[{"type":2,"style":5,"label":"Go","url":"https://example.test"},{"type":2,"style":1,"label":"Go","custom_id":"inner"}]}]}]}
            """;
        (await rig.SendAsync(HttpMethod.Post, rig.Posts, deep)).Status.ShouldBe(HttpStatusCode.OK);
        using var socket = await Socket.ReadyAsync(rig.Discord);

        foreach (var (label, id) in new[] { ("Go", "inner"), ("Aside", "aside") })
        {
            var pressing = PostAsync(rig, "button", $$"""{"user":"ada","channel":"desk","label":"{{label}}"}""");
            var heard = await socket.HearAsync("INTERACTION_CREATE");
            await rig.SendAsync(HttpMethod.Post, $"interactions/{heard["id"]}/{heard["token"]}/callback", """{"type":4,"data":{"content":"gone"}}""");
            await pressing;

            ((string?)heard["data"]!["custom_id"]).ShouldBe(id);
        }
    }

    [Fact]
    public async Task Arms_faults_and_shows_counts()
    {
        await using var rig = await Rig.StartAsync();

        await PostAsync(rig, "fault", """{"kind":"bad-gateway"}""");
        var struck = await rig.PostAsync("x");
        var stats = await rig.Http.GetFromJsonAsync<JsonObject>(Address(rig, "stats"), Rig.Token);

        struck.Status.ShouldBe(HttpStatusCode.BadGateway);
        ((int)stats!["requests"]!["create_message"]!).ShouldBe(1);
    }

    [Fact]
    public async Task Explains_what_it_cannot_do()
    {
        await using var rig = await Rig.StartAsync();

        ((string?)(await PostAsync(rig, "fault", """{"kind":"nonsense"}"""))["error"]).ShouldBe("No fault is called nonsense.");
        ((string?)(await PostAsync(rig, "command", """{"user":"eve"}"""))["error"]).ShouldBe("Nobody is called eve.");
        ((string?)(await PostAsync(rig, "modal", """{"user":"ada","interaction":"99999999999999999999"}"""))["error"]).ShouldNotBeEmpty();
        await rig.RegisterAsync("""[{"name":"note","description":"d","options":[{"type":3,"name":"text","description":"d"},{"type":3,"name":"to","description":"d"}]}]""");
        ((string?)(await PostAsync(rig, "command", """{"user":"ada","channel":"desk","command":"note","options":{"words":"x"}}"""))["error"]).ShouldBe("note has no option words; it has text, to.");
    }

    private static Uri Address(Rig rig, string path) => new(rig.Discord.ApiUrl, $"/_control/{path}");

    private static async Task<JsonNode> PostAsync(Rig rig, string path, string json)
    {
        using var content = new StringContent(json);
        using var response = await rig.Http.PostAsync(Address(rig, path), content, Rig.Token);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(Rig.Token))!;
    }
}
