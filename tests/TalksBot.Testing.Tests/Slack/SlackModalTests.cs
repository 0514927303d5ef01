using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using TalksBot.Simulators.Slack;

namespace TalksBot.Testing.Tests.Slack;

public sealed class SlackModalTests
{
    private const string View = """
        {"type":"modal","callback_id":"move","title":{"type":"plain_text","text":"Move"},"submit":{"type":"plain_text","text":"OK"},"blocks":[
          {"type":"input","block_id":"when","label":{"type":"plain_text","text":"When"},"element":{"type":"plain_text_input","action_id":"text","max_length":10}}]}
        """;

    [Fact]
    public async Task Opens_by_a_trigger_once()
    {
        await using var rig = await SlackRig.StartAsync();
        using var socket = await rig.ConnectAsync();
        var (answer, trigger) = await OpenAsync(rig, socket);

        var again = await ViewAsync(rig, "views.open", trigger, View);

        ((string?)answer.View!["callback_id"], again.Error).ShouldBe(("move", "exchanged_trigger_id"));
        (await ViewAsync(rig, "views.open", "made.up", View)).Error.ShouldBe("invalid_trigger_id");
    }

    [Fact]
    public async Task Lets_a_trigger_expire_after_three_seconds()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var rig = await SlackRig.StartAsync(SlackRig.Quick with { Time = clock });
        using var socket = await rig.ConnectAsync();
        var asking = rig.Slack.CommandAsync(rig.Channel, rig.Ada, "/talks", "", SlackRig.Token);
        var payload = await socket.TakeAsync();
        await asking;

        clock.Advance(TimeSpan.FromSeconds(3.1));

        (await ViewAsync(rig, "views.open", (string)payload["trigger_id"]!, View)).Error.ShouldBe("expired_trigger_id");
    }

    [Theory]
    [InlineData("\"Move\"", "\"A title that is much too long\"", "[json-pointer:/view/title/text]")]
    [InlineData("\"submit\"", "\"close\"", "must define `submit`")]
    [InlineData("\"modal\"", "\"home page\"", "[json-pointer:/view/type]")]
    public async Task Refuses_a_view_that_breaks_a_rule(string find, string replacement, string complaint)
    {
        await using var rig = await SlackRig.StartAsync();

        var reply = await ViewAsync(rig, "views.open", "any", View.Replace(find, replacement, StringComparison.Ordinal));

        reply.Error.ShouldBe("invalid_arguments");
        reply.Messages.ShouldContain(complaint);
    }

    [Fact]
    public async Task Submits_what_was_typed_and_shows_complaints_by_field()
    {
        await using var rig = await SlackRig.StartAsync();
        using var socket = await rig.ConnectAsync();
        var (opened, _) = await OpenAsync(rig, socket);

        var (wrong, payload) = await SubmitAsync(rig, socket, opened, """{"response_action":"errors","errors":{"when":"Not a time"}}""");
        var (stray, _) = await SubmitAsync(rig, socket, opened, """{"response_action":"errors","errors":{"other":"?"}}""");
        var (taken, _) = await SubmitAsync(rig, socket, opened, null);

        ((string?)payload["view"]!["state"]!["values"]!["when"]!["text"]!["value"]).ShouldBe("18:00");
        (wrong.Errors["when"], wrong.View is not null).ShouldBe(("Not a time", true));
        stray.Kind.ShouldBe(SlackAnswerKind.Invalid);
        (taken.Kind, taken.Errors.Count, taken.View).ShouldBe((SlackAnswerKind.Acked, 0, null));
        await Should.ThrowAsync<InvalidOperationException>(() => rig.Slack.SubmitAsync(rig.Ada, opened.ViewId(), [], SlackRig.Token));
    }

    [Fact]
    public async Task Keeps_people_from_what_the_form_does_not_take()
    {
        await using var rig = await SlackRig.StartAsync();
        using var socket = await rig.ConnectAsync();
        var (opened, _) = await OpenAsync(rig, socket);

        await Should.ThrowAsync<InvalidOperationException>(() => rig.Slack.SubmitAsync(rig.Ada, opened.ViewId(), [], SlackRig.Token));
        await Should.ThrowAsync<InvalidOperationException>(() => rig.Slack.SubmitAsync(rig.Ada, opened.ViewId(), new JsonObject { ["when"] = "far too long" }, SlackRig.Token));
    }

    [Fact]
    public async Task Takes_a_changed_view_for_the_answer_to_a_press_in_it()
    {
        await using var rig = await SlackRig.StartAsync(Patient);
        using var socket = await rig.ConnectAsync();
        var button = View.Replace("\"blocks\":[", """
            "blocks":[{"type":"actions","elements":[{"type":"button","action_id":"go","text":{"type":"plain_text","text":"Go"}}]},
            """, StringComparison.Ordinal);
        var (opened, _) = await OpenAsync(rig, socket, button);

        var pressing = rig.Slack.PressInViewAsync(rig.Ada, opened.ViewId(), "go", values: null, SlackRig.Token);
        await socket.TakeAsync();
        (await rig.FormAsync("views.update", ("view_id", opened.ViewId()), ("view", View.Replace("\"Move\"", "\"Moved\"", StringComparison.Ordinal)))).Ok.ShouldBeTrue();

        ((string?)(await pressing).View!["title"]!["text"]).ShouldBe("Moved");
    }

    [Fact]
    public async Task Waits_over_the_control_address_no_longer_than_a_form_takes_to_close()
    {
        await using var rig = await SlackRig.StartAsync(Patient with { AnswerLull = TimeSpan.Zero });
        using var socket = await rig.ConnectAsync();
        var (opened, _) = await OpenAsync(rig, socket);
        using var content = new StringContent($$$"""{"user":"ada","view":"{{{opened.ViewId()}}}","values":{"when":"18:00"}}""");

        var submitting = rig.Http.PostAsync(new Uri(rig.Slack.ApiUrl, "/_control/modal"), content, SlackRig.Token);
        await socket.TakeAsync();
        using var response = await submitting;

        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(SlackRig.Token))!;
        ((string?)answer["kind"], answer["view"]).ShouldBe(("Acked", null));
    }

    [Fact]
    public async Task Stacks_three_views_and_updates_by_hash()
    {
        await using var rig = await SlackRig.StartAsync();
        using var socket = await rig.ConnectAsync();
        var (first, _) = await OpenAsync(rig, socket);
        var push = $$"""{"response_action":"push","view":{{View}}}""";

        var (second, _) = await SubmitAsync(rig, socket, first, push);
        var (third, _) = await SubmitAsync(rig, socket, second, push);
        var (fourth, _) = await SubmitAsync(rig, socket, third, push);
        var stale = await rig.FormAsync("views.update", ("view_id", third.ViewId()), ("view", View), ("hash", "old"));
        var fresh = await rig.FormAsync("views.update", ("view_id", third.ViewId()), ("view", View), ("hash", (string)third.View!["hash"]!));

        ((string?)third.View!["root_view_id"], (string?)third.View["previous_view_id"]).ShouldBe((first.ViewId(), second.ViewId()));
        (fourth.Failure, stale.Error, fresh.Ok).ShouldBe(("push_limit_reached", "hash_conflict", true));
    }

    /// <summary>Longer than a test runs: what waits for it fails.</summary>
    private static SlackSimulatorOptions Patient { get; } = SlackRig.Quick with { AnswerPatience = TimeSpan.FromMinutes(10), AnswerLull = TimeSpan.FromMinutes(10) };

    private static async Task<(SlackAnswer Answer, string Trigger)> OpenAsync(SlackRig rig, SlackSocket socket, string view = View)
    {
        var asking = rig.Slack.CommandAsync(rig.Channel, rig.Ada, "/talks", "", SlackRig.Token);
        var envelope = await socket.HearAsync();
        var trigger = (string)envelope!["payload"]!["trigger_id"]!;
        (await ViewAsync(rig, "views.open", trigger, view)).Ok.ShouldBeTrue();
        await socket.AckAsync(envelope);
        return (await asking, trigger);
    }

    private static async Task<(SlackAnswer Answer, JsonNode Payload)> SubmitAsync(SlackRig rig, SlackSocket socket, SlackAnswer opened, string? answer)
    {
        var submitting = rig.Slack.SubmitAsync(rig.Ada, opened.ViewId(), new JsonObject { ["when"] = "18:00" }, SlackRig.Token);
        var payload = await socket.TakeAsync(answer);
        return (await submitting, payload);
    }

    private static Task<SlackReply> ViewAsync(SlackRig rig, string method, string trigger, string view) =>
        rig.CallAsync(method, new JsonObject { ["trigger_id"] = trigger, ["view"] = JsonNode.Parse(view) });
}
