using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using TalksBot.Simulators.Discord;

namespace TalksBot.Testing.Tests.Discord;

public sealed class InteractionTests
{
    private const string Deadline = """
        [{"name":"deadline","description":"d","options":[{"type":1,"name":"add","description":"a","options":[
          {"type":3,"name":"talks","description":"t","required":true,"autocomplete":true},{"type":4,"name":"hours","description":"h","min_value":1}]}]}]
        """;

    private const string Button = """{"type":4,"data":{"content":"hi","components":[{"type":1,"components":[{"type":2,"style":1,"label":"Go","custom_id":"go"}]}]}}""";

    [Fact]
    public async Task Answers_a_command_over_a_socket_without_intents()
    {
        await using var rig = await Rig.StartAsync();
        using var socket = await ReadyAsync(rig);

        var asking = RunAsync(rig);
        var heard = await socket.HearAsync("INTERACTION_CREATE");
        var callback = await CallbackAsync(rig, heard, """{"type":4,"data":{"content":"done"}}""", "?with_response=true");
        var answer = await asking;

        var add = heard["data"]!["options"]![0]!;
        ((string?)add["name"], (string?)add["options"]![0]!["value"], (int)add["options"]![1]!["value"]!).ShouldBe(("add", "us-jp", 3));
        (callback.Status, (string?)callback.Body!["resource"]!["message"]!["content"]).ShouldBe((HttpStatusCode.OK, "done"));
        (answer.Kind, answer.Message!.Content).ShouldBe((DiscordAnswerKind.Message, "done"));
    }

    [Fact]
    public async Task Takes_one_callback_only()
    {
        await using var rig = await Rig.StartAsync();
        using var socket = await ReadyAsync(rig);
        var asking = RunAsync(rig);
        var heard = await socket.HearAsync("INTERACTION_CREATE");

        (await CallbackAsync(rig, heard, """{"type":4,"data":{"content":"a"}}""")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await CallbackAsync(rig, heard, """{"type":4,"data":{"content":"b"}}""")).Code.ShouldBe(40060);
        (await asking).Message!.Content.ShouldBe("a");
    }

    [Fact]
    public async Task Gives_up_after_three_seconds()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var rig = await Rig.StartAsync(new DiscordSimulatorOptions { Time = clock });
        using var socket = await ReadyAsync(rig);
        var asking = RunAsync(rig);
        var heard = await socket.HearAsync("INTERACTION_CREATE");
        clock.Advance(TimeSpan.FromSeconds(3.1));

        var late = await CallbackAsync(rig, heard, """{"type":4,"data":{"content":"late"}}""");

        (await asking).Kind.ShouldBe(DiscordAnswerKind.Missed);
        (late.Status, late.Code).ShouldBe((HttpStatusCode.NotFound, 10062));
    }

    [Fact]
    public async Task Fills_a_deferred_answer_and_keeps_it_ephemeral()
    {
        await using var rig = await Rig.StartAsync();
        using var socket = await ReadyAsync(rig);
        var asking = RunAsync(rig);
        var heard = await socket.HearAsync("INTERACTION_CREATE");
        await CallbackAsync(rig, heard, """{"type":5,"data":{"flags":64}}""");
        var waiting = await rig.GetAsync($"{Hook(rig, heard)}/messages/@original");
        await rig.SendAsync(HttpMethod.Patch, $"{Hook(rig, heard)}/messages/@original", """{"content":"full"}""");
        var answer = await asking;

        ((int)waiting.Body!["flags"]!).ShouldBe(64 | 128);
        (answer.Deferred, answer.Message!.Ephemeral, answer.Message.Content).ShouldBe((true, true, "full"));
        rig.Discord.Messages(rig.Channel).ShouldBeEmpty();
        rig.Discord.Messages(rig.Channel, rig.Ada).ShouldHaveSingleItem();
        (await rig.GetAsync($"{rig.Posts}/{answer.Message.Id}")).Code.ShouldBe(10008);
    }

    [Fact]
    public async Task Fills_the_placeholder_with_the_first_follow_up()
    {
        await using var rig = await Rig.StartAsync();
        using var socket = await ReadyAsync(rig);
        var asking = RunAsync(rig);
        var heard = await socket.HearAsync("INTERACTION_CREATE");
        await CallbackAsync(rig, heard, """{"type":5}""");
        await rig.SendAsync(HttpMethod.Post, Hook(rig, heard), """{"content":"first"}""");
        await asking;
        await rig.SendAsync(HttpMethod.Post, Hook(rig, heard), """{"content":"second"}""");

        rig.Discord.Messages(rig.Channel).Select(one => (one.Content, one.Kind)).ShouldBe([("first", 20), ("second", 19)]);
    }

    [Fact]
    public async Task Expires_the_token_after_fifteen_minutes()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var rig = await Rig.StartAsync(new DiscordSimulatorOptions { Time = clock });
        using var socket = await ReadyAsync(rig);
        var asking = RunAsync(rig);
        var heard = await socket.HearAsync("INTERACTION_CREATE");
        var early = await rig.SendAsync(HttpMethod.Post, Hook(rig, heard), """{"content":"x"}""");
        await CallbackAsync(rig, heard, """{"type":4,"data":{"content":"x"}}""");
        await asking;
        clock.Advance(TimeSpan.FromMinutes(16));

        var late = await rig.SendAsync(HttpMethod.Post, Hook(rig, heard), """{"content":"x"}""");

        early.Code.ShouldBe(10015);
        (late.Status, late.Code).ShouldBe((HttpStatusCode.Unauthorized, 50027));
    }

    [Fact]
    public async Task Suggests_up_to_25_choices()
    {
        await using var rig = await Rig.StartAsync();
        using var socket = await ReadyAsync(rig);
        var asking = rig.Discord.AutocompleteAsync(rig.Ada, rig.Channel, "deadline add", new JsonObject { ["talks"] = "us" }, "talks", Rig.Token);
        var heard = await socket.HearAsync("INTERACTION_CREATE");
        var many = string.Join(',', Enumerable.Range(0, 26).Select(i => $$"""{"name":"n{{i}}","value":"v"}"""));

        var tooMany = await CallbackAsync(rig, heard, $$$"""{"type":8,"data":{"choices":[{{{many}}}]}}""");
        await CallbackAsync(rig, heard, """{"type":8,"data":{"choices":[{"name":"US-JP","value":"us-jp"}]}}""");

        tooMany.Fault("data.choices").ShouldBe("BASE_TYPE_MAX_LENGTH");
        ((string?)(await asking).Choices[0]!["value"]).ShouldBe("us-jp");
        ((bool)heard["data"]!["options"]![0]!["options"]![0]!["focused"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task Presses_a_button_into_a_modal_and_submits_it()
    {
        await using var rig = await Rig.StartAsync();
        using var socket = await ReadyAsync(rig);
        var asking = RunAsync(rig);
        await CallbackAsync(rig, await socket.HearAsync("INTERACTION_CREATE"), Button);
        var shown = (await asking).Message!;
        var pressing = rig.Discord.PressAsync(rig.Ada, shown, "go", Rig.Token);
        var pressed = await socket.HearAsync("INTERACTION_CREATE");
        var overfull = await CallbackAsync(rig, pressed, """{"type":9,"data":{"custom_id":"m","title":"Correct","components":[{"type":18,"label":"Text","component":{"type":4,"custom_id":"text","style":1,"max_length":4,"value":"moved"}}]}}""");
        await CallbackAsync(rig, pressed, """{"type":9,"data":{"custom_id":"m","title":"Correct","components":[{"type":18,"label":"Text","component":{"type":4,"custom_id":"text","style":1}}]}}""");
        var modal = await pressing;
        var submitting = rig.Discord.SubmitModalAsync(rig.Ada, modal.InteractionId, new JsonObject { ["text"] = "moved" }, Rig.Token);
        var submitted = await socket.HearAsync("INTERACTION_CREATE");
        var again = await CallbackAsync(rig, submitted, """{"type":9,"data":{"custom_id":"m","title":"t","components":[]}}""");
        await CallbackAsync(rig, submitted, """{"type":7,"data":{"content":"changed","components":[]}}""");
        var answer = await submitting;

        overfull.Fault("data.components.0.component.value").ShouldBe("BASE_TYPE_MAX_LENGTH");
        modal.Kind.ShouldBe(DiscordAnswerKind.Modal);
        ((string?)submitted["data"]!["components"]![0]!["component"]!["value"]).ShouldBe("moved");
        again.Code.ShouldBe(50035);
        (answer.Kind, answer.Message!.Id, answer.Message.Content).ShouldBe((DiscordAnswerKind.Update, shown.Id, "changed"));
    }

    [Fact]
    public async Task Keeps_people_from_what_the_window_would_not_let_them()
    {
        await using var rig = await Rig.StartAsync();
        await rig.RegisterAsync(Deadline);

        await Should.ThrowAsync<InvalidOperationException>(() => RunAsync(rig, new JsonObject { ["hours"] = 3 }));
        await Should.ThrowAsync<InvalidOperationException>(() => RunAsync(rig, new JsonObject { ["talks"] = "x", ["hours"] = 0 }));
        await Should.ThrowAsync<InvalidOperationException>(() => RunAsync(rig, new JsonObject { ["talks"] = "x", ["unknown"] = 0 }));
    }

    private static async Task<Socket> ReadyAsync(Rig rig)
    {
        await rig.RegisterAsync(Deadline);
        return await Socket.ReadyAsync(rig.Discord);
    }

    private static Task<DiscordAnswer> RunAsync(Rig rig) => RunAsync(rig, new JsonObject { ["talks"] = "us-jp", ["hours"] = 3 });

    private static Task<DiscordAnswer> RunAsync(Rig rig, JsonObject options) =>
        rig.Discord.RunCommandAsync(rig.Ada, rig.Channel, "deadline add", options, Rig.Token);

    private static Task<Answer> CallbackAsync(Rig rig, JsonNode heard, string body, string query = "") =>
        rig.SendAsync(HttpMethod.Post, $"interactions/{heard["id"]}/{heard["token"]}/callback{query}", body);

    private static string Hook(Rig rig, JsonNode heard) => $"webhooks/{rig.Discord.ApplicationId}/{heard["token"]}";
}
