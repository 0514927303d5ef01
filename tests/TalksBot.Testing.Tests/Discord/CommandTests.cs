using System.Net;
using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord;

namespace TalksBot.Testing.Tests.Discord;

public sealed class CommandTests
{
    [Theory]
    [InlineData("""{"name":"Bad","description":"d"}""", "0.name", "APPLICATION_COMMAND_INVALID_NAME")]
    [InlineData("""{"name":"two words","description":"d"}""", "0.name", "APPLICATION_COMMAND_INVALID_NAME")]
    [InlineData("""{"name":"good"}""", "0.description", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"name":"good","description":"d","options":[{"type":3,"name":"a","description":"d"},{"type":3,"name":"b","description":"d","required":true}]}""", "0.options.1", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID")]
    [InlineData("""{"name":"good","description":"d","options":[{"type":3,"name":"a","description":"d"},{"type":3,"name":"a","description":"d"}]}""", "0.options.1.name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS")]
    [InlineData("""{"name":"good","description":"d","options":[{"type":5,"name":"a","description":"d","autocomplete":true}]}""", "0.options.0.autocomplete", "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID")]
    [InlineData("""{"name":"good","description":"d","options":[{"type":3,"name":"a","description":"d","choices":[{"name":"n","value":"LONG101"}]}]}""", "0.options.0.choices.0.value", "BASE_TYPE_MAX_LENGTH")]
    public async Task Refuses_a_command_at_the_place_of_its_fault(string command, string at, string code)
    {
        await using var rig = await Rig.StartAsync();

        var answer = await PutAsync(rig, $"[{command.Replace("LONG101", new string('x', 101), StringComparison.Ordinal)}]");

        (answer.Code, answer.Fault(at)).ShouldBe((50035, code), answer.Text);
    }

    [Fact]
    public async Task Refuses_more_than_8000_characters()
    {
        await using var rig = await Rig.StartAsync();
        var options = new JsonArray();
        for (var i = 0; i < 25; i++)
        {
            var choices = new JsonArray([.. Enumerable.Range(0, 4).Select(n => (JsonNode)new JsonObject { ["name"] = $"{n}{new string('n', 90)}", ["value"] = $"{n}" })]);
            options.Add((JsonNode)new JsonObject { ["type"] = 3, ["name"] = $"o{i}", ["description"] = new string('d', 99), ["choices"] = choices });
        }

        var answer = await PutAsync(rig, new JsonArray(new JsonObject { ["name"] = "big", ["description"] = "d", ["options"] = options }).ToJsonString());

        answer.Fault("0").ShouldBe("APPLICATION_COMMAND_TOO_LARGE");
    }

    [Fact]
    public async Task Replaces_all_and_keeps_ids_by_name()
    {
        await using var rig = await Rig.StartAsync();
        var first = await PutAsync(rig, """[{"name":"a","description":"d"},{"name":"B b","type":2}]""");
        var second = await PutAsync(rig, """[{"name":"a","description":"changed"},{"name":"c","description":"d"}]""");

        ((string?)second.Body![0]!["id"]).ShouldBe((string?)first.Body![0]!["id"]);
        rig.Discord.Commands(rig.Guild).Select(one => (string)one["name"]!).ShouldBe(["a", "c"]);
        rig.Discord.Commands().ShouldBeEmpty();
    }

    [Fact]
    public async Task Counts_creates_by_the_day()
    {
        await using var rig = await Rig.StartAsync(new DiscordSimulatorOptions { CommandCreatesPerDay = 1 });
        await PutAsync(rig, """[{"name":"a","description":"d"}]""");

        (await PutAsync(rig, """[{"name":"a","description":"e"}]""")).Status.ShouldBe(HttpStatusCode.OK);
        (await PutAsync(rig, """[{"name":"b","description":"d"}]""")).Code.ShouldBe(30034);
    }

    [Fact]
    public async Task Creates_updates_and_deletes_one_globally()
    {
        await using var rig = await Rig.StartAsync();
        var path = $"applications/{rig.Discord.ApplicationId}/commands";

        var created = await rig.SendAsync(HttpMethod.Post, path, """{"name":"a","description":"d"}""");
        var replaced = await rig.SendAsync(HttpMethod.Post, path, """{"name":"a","description":"e"}""");
        var updated = await rig.SendAsync(HttpMethod.Patch, $"{path}/{created.Id}", """{"description":"f"}""");
        var deleted = await rig.SendAsync(HttpMethod.Delete, $"{path}/{created.Id}", body: null);
        var gone = await rig.GetAsync($"{path}/{created.Id}");

        (created.Status, replaced.Status, updated.Status, deleted.Status).ShouldBe((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NoContent));
        (replaced.Id, gone.Code).ShouldBe((created.Id, 10063));
    }

    private static Task<Answer> PutAsync(Rig rig, string json) =>
        rig.SendAsync(HttpMethod.Put, $"applications/{rig.Discord.ApplicationId}/guilds/{rig.Guild}/commands", json);
}
