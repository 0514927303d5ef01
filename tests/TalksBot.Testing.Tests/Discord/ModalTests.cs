using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord;

namespace TalksBot.Testing.Tests.Discord;

public sealed class ModalTests
{
    private const string Radio = """{"type":21,"custom_id":"r","options":[{"label":"A","value":"a"},{"label":"B","value":"b"}]}""";

    [Fact]
    public async Task Fills_in_radio_buttons_boxes_and_menus()
    {
        await using var rig = await Rig.StartAsync();
        using var socket = await ReadyAsync(rig);
        const string boxes = """{"type":22,"custom_id":"g","options":[{"label":"X","value":"x"},{"label":"Y","value":"y"}]}""";
        var opened = await OpenAsync(rig, socket, $$"""{"type":18,"label":"One","component":{{Radio}} },{"type":18,"label":"Some","component":{{boxes}} },{"type":18,"label":"Sure","component":{"type":23,"custom_id":"c"} }""");

        var sending = rig.Discord.SubmitModalAsync(rig.Ada, opened.InteractionId, new JsonObject { ["r"] = new JsonArray("b"), ["g"] = new JsonArray("x", "y"), ["c"] = "true" }, Rig.Token);
        var heard = await socket.HearAsync("INTERACTION_CREATE");
        await rig.SendAsync(HttpMethod.Post, $"interactions/{heard["id"]}/{heard["token"]}/callback", """{"type":4,"data":{"content":"taken"}}""");

        var said = heard["data"]!["components"]!.AsArray().Select(one => one!["component"]!).ToList();
        ((string?)said[0]["value"], said[1]["values"]!.ToJsonString(), (bool)said[2]["value"]!).ShouldBe(("b", """["x","y"]""", true));
        (await sending).Message!.Content.ShouldBe("taken");
    }

    [Theory]
    [InlineData("""{"type":21,"custom_id":"r","options":[{"label":"A","value":"a"}]}""", "data.components.0.component.options", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"type":2,"custom_id":"b","style":1,"label":"x"}""", "data.components.0.component.type", "UNION_TYPE_CHOICES")]
    public async Task Refuses_what_a_modal_cannot_hold(string component, string at, string fault)
    {
        await using var rig = await Rig.StartAsync(new DiscordSimulatorOptions { InteractionDeadline = TimeSpan.FromSeconds(1) });
        using var socket = await ReadyAsync(rig);
        var asking = rig.Discord.RunCommandAsync(rig.Ada, rig.Channel, "form", [], Rig.Token);
        var heard = await socket.HearAsync("INTERACTION_CREATE");

        var answer = await CallBackAsync(rig, heard, $$"""{"type":18,"label":"One","component":{{component}} }""");

        answer.Fault(at).ShouldBe(fault);
        (await asking).Kind.ShouldBe(DiscordAnswerKind.Missed);
    }

    [Fact]
    public async Task Shows_what_the_bot_may_do_in_a_channel_that_was_chosen()
    {
        await using var rig = await Rig.StartAsync();
        await rig.RegisterAsync("""[{"name":"follow","description":"d","options":[{"type":7,"name":"channel","description":"c"}]}]""");
        rig.Discord.DenyBot(rig.Channel, Permissions.SendMessages);
        using var socket = await Socket.ReadyAsync(rig.Discord);

        _ = rig.Discord.RunCommandAsync(rig.Ada, rig.Channel, "follow", new JsonObject { ["channel"] = $"{rig.Channel}" }, Rig.Token);
        var chosen = (await socket.HearAsync("INTERACTION_CREATE"))["data"]!["resolved"]!["channels"]![$"{rig.Channel}"]!;

        var bits = (Permissions)ulong.Parse((string)chosen["app_permissions"]!, System.Globalization.CultureInfo.InvariantCulture);
        (bits.HasFlag(Permissions.ViewChannel), bits.HasFlag(Permissions.SendMessages)).ShouldBe((true, false));
    }

    [Fact]
    public async Task Tells_a_bot_that_it_was_thrown_out()
    {
        await using var rig = await Rig.StartAsync();
        using var socket = await Socket.ReadyAsync(rig.Discord, intents: 1);

        rig.Discord.RemoveBot(rig.Guild);

        ((string?)(await socket.HearAsync("GUILD_DELETE"))["id"]).ShouldBe($"{rig.Guild}");
        (await rig.GetAsync($"guilds/{rig.Guild}")).Code.ShouldBe(50001);
    }

    [Theory]
    [InlineData(false, "[0]")]
    [InlineData(true, "[0,1]")]
    public async Task Puts_commands_where_the_application_may_be_installed(bool userInstallable, string types)
    {
        await using var rig = await Rig.StartAsync(new DiscordSimulatorOptions { UserInstallable = userInstallable, BotPublic = !userInstallable });

        var made = await rig.SendAsync(HttpMethod.Put, $"applications/{rig.Discord.ApplicationId}/commands", """[{"name":"ping","description":"p"}]""");
        var application = await rig.GetAsync("applications/@me");

        made.Body![0]!["integration_types"]!.ToJsonString().ShouldBe(types);
        (application.Body!["integration_types_config"]!.AsObject().Count, (bool)application.Body["bot_public"]!).ShouldBe((userInstallable ? 2 : 1, !userInstallable));
    }

    private static async Task<Socket> ReadyAsync(Rig rig)
    {
        await rig.RegisterAsync("""[{"name":"form","description":"f"}]""");
        return await Socket.ReadyAsync(rig.Discord);
    }

    private static async Task<DiscordAnswer> OpenAsync(Rig rig, Socket socket, string components)
    {
        var asking = rig.Discord.RunCommandAsync(rig.Ada, rig.Channel, "form", [], Rig.Token);
        (await CallBackAsync(rig, await socket.HearAsync("INTERACTION_CREATE"), components)).Status.ShouldBe(System.Net.HttpStatusCode.NoContent);
        return await asking;
    }

    private static Task<Answer> CallBackAsync(Rig rig, JsonNode heard, string components) =>
        rig.SendAsync(HttpMethod.Post, $"interactions/{heard["id"]}/{heard["token"]}/callback", $$"""{"type":9,"data":{"custom_id":"m","title":"M","components":[{{components}}]} }""");
}
