using Microsoft.Extensions.Time.Testing;
using TalksBot.Simulators.Slack;

namespace TalksBot.Testing.Tests.Slack;

public sealed class SlackPeopleTests
{
    private const string Buttons = """
        {"text":"hi","blocks":[{"type":"actions","block_id":"row","elements":[
          {"type":"button","action_id":"go","value":"v1","text":{"type":"plain_text","text":"Go on"}},
          {"type":"static_select","action_id":"pick","options":[{"text":{"type":"plain_text","text":"One"},"value":"1"}]}]}]}
        """;

    [Fact]
    public async Task Escapes_names_in_a_command()
    {
        await using var rig = await SlackRig.StartAsync();
        using var socket = await rig.ConnectAsync();
        var editors = rig.Slack.AddGroup("editors", rig.Ada);

        var asking = rig.Slack.CommandAsync(rig.Channel, rig.Ada, "/talks", "follow @ada in #desk not @nobody mention:@editors a@ada", SlackRig.Token);
        var payload = await socket.TakeAsync();
        await asking;

        ((string?)payload["text"]).ShouldBe($"follow <@{rig.Ada}> in <#{rig.Channel}|desk> not @nobody mention:<!subteam^{editors}|@editors> a@ada");
        payload.AsObject().ContainsKey("thread_ts").ShouldBeFalse();
    }

    [Fact]
    public async Task Shows_an_answer_to_one_person_or_with_the_command_to_all()
    {
        await using var rig = await SlackRig.StartAsync();
        using var socket = await rig.ConnectAsync();

        var quiet = await RunAsync(rig, socket, """{"text":"quiet"}""");
        var loud = await RunAsync(rig, socket, """{"response_type":"in_channel","text":"loud"}""");

        (quiet.Messages.Single().OnlyFor, loud.Messages.Single().OnlyFor, loud.Messages.Single().Command).ShouldBe((rig.Ada, null, "/talks status"));
        rig.Slack.Messages(rig.Channel).Single().Shown.ShouldBe("loud");
    }

    [Fact]
    public async Task Calls_an_answer_it_cannot_show_invalid()
    {
        await using var rig = await SlackRig.StartAsync();
        using var socket = await rig.ConnectAsync();

        var answer = await RunAsync(rig, socket, """{"blocks":[{"type":"section"}]}""");

        (answer.Kind, answer.Failure).ShouldBe((SlackAnswerKind.Invalid, "invalid_blocks"));
        rig.Slack.Stats.InvalidRequests.ShouldHaveSingleItem().ShouldContain("/blocks/0");
    }

    [Fact]
    public async Task Presses_by_id_value_or_label_and_ignores_what_the_ack_carries()
    {
        await using var rig = await SlackRig.StartAsync();
        using var socket = await rig.ConnectAsync();
        var shown = (await RunAsync(rig, socket, Buttons)).Messages.Single();

        foreach (var wanted in new[] { "go", "v1", "Go on" })
        {
            var pressing = rig.Slack.PressAsync(rig.Ada, shown, wanted, SlackRig.Token);
            var payload = await socket.TakeAsync("""{"text":"ignored"}""");
            var answer = await pressing;

            ((string?)payload["actions"]![0]!["action_id"], (string?)payload["actions"]![0]!["value"], (string?)payload["actions"]![0]!["block_id"]).ShouldBe(("go", "v1", "row"));
            ((bool)payload["container"]!["is_ephemeral"]!, answer.Messages.Count).ShouldBe((true, 0));
        }

        await Should.ThrowAsync<InvalidOperationException>(() => rig.Slack.PressAsync(rig.Ada, shown, "absent", SlackRig.Token));
    }

    [Fact]
    public async Task Chooses_an_option_that_is_there()
    {
        await using var rig = await SlackRig.StartAsync();
        using var socket = await rig.ConnectAsync();
        var shown = (await RunAsync(rig, socket, Buttons)).Messages.Single();

        var choosing = rig.Slack.ChooseAsync(rig.Ada, shown, "pick", ["One"], SlackRig.Token);
        var payload = await socket.TakeAsync();
        await choosing;

        ((string?)payload["actions"]![0]!["selected_option"]!["value"]).ShouldBe("1");
        await Should.ThrowAsync<InvalidOperationException>(() => rig.Slack.ChooseAsync(rig.Ada, shown, "pick", ["Two"], SlackRig.Token));
    }

    [Fact]
    public async Task Replaces_and_deletes_by_the_response_address()
    {
        await using var rig = await SlackRig.StartAsync();
        using var socket = await rig.ConnectAsync();
        var shown = (await RunAsync(rig, socket, Buttons)).Messages.Single();
        var url = await PressForUrlAsync(rig, socket, shown);

        await rig.RespondAsync(url, """{"replace_original":true,"text":"changed"}""");
        var changed = rig.Slack.Messages(rig.Channel, rig.Ada).Single();
        await rig.RespondAsync(url, """{"text":"another"}""");
        await rig.RespondAsync(url, """{"delete_original":true}""");

        (changed.Ts, changed.Shown).ShouldBe((shown.Ts, "changed"));
        rig.Slack.Messages(rig.Channel, rig.Ada).Select(one => (one.Shown, one.Deleted)).ShouldBe([("changed", true), ("another", false)]);
    }

    [Fact]
    public async Task Takes_five_responses_in_half_an_hour()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var rig = await SlackRig.StartAsync(SlackRig.Quick with { Time = clock });
        using var socket = await rig.ConnectAsync();
        var shown = (await RunAsync(rig, socket, Buttons)).Messages.Single();
        var (used, old) = (await PressForUrlAsync(rig, socket, shown), await PressForUrlAsync(rig, socket, shown));

        var statuses = new List<int>();
        for (var i = 0; i < 6; i++)
        {
            statuses.Add((int)(await rig.RespondAsync(used, """{"text":"x"}""")).Status);
        }

        clock.Advance(TimeSpan.FromMinutes(31));
        var late = await rig.RespondAsync(old, """{"text":"x"}""");

        statuses.ShouldBe([200, 200, 200, 200, 200, 404]);
        ((int)late.Status, late.Error).ShouldBe((404, "expired_url"));
    }

    [Fact]
    public async Task Waits_for_what_comes_after_an_empty_acknowledgement()
    {
        await using var rig = await SlackRig.StartAsync(Patient);
        using var socket = await rig.ConnectAsync();

        var asking = rig.Slack.CommandAsync(rig.Channel, rig.Ada, "/talks", "", SlackRig.Token);
        var payload = await socket.TakeAsync();
        await rig.RespondAsync((string)payload["response_url"]!, """{"text":"later"}""");

        (await asking).Shown.ShouldBe("later");
        await rig.RespondAsync((string)payload["response_url"]!, """{"replace_original":true,"text":"again"}""");
        rig.Slack.Messages(rig.Channel, rig.Ada).Select(one => one.Shown).ShouldBe(["later", "again"]);
    }

    [Fact]
    public async Task A_message_for_everybody_is_not_taken_for_the_answer_that_follows_it()
    {
        await using var rig = await SlackRig.StartAsync(Patient);
        using var socket = await rig.ConnectAsync();

        var asking = rig.Slack.CommandAsync(rig.Channel, rig.Ada, "/talks", "", SlackRig.Token);
        var payload = await socket.TakeAsync();
        await rig.PostAsync("news");
        await rig.RespondAsync((string)payload["response_url"]!, """{"text":"done"}""");

        (await asking).Messages.Select(one => one.Shown).ShouldBe(["news", "done"]);
    }

    [Fact]
    public async Task What_one_command_is_answered_is_no_answer_to_another()
    {
        await using var rig = await SlackRig.StartAsync(Patient);
        using var socket = await rig.ConnectAsync();

        var first = rig.Slack.CommandAsync(rig.Channel, rig.Ada, "/talks", "first", SlackRig.Token);
        var firstUrl = (string)(await socket.TakeAsync())["response_url"]!;
        var second = rig.Slack.CommandAsync(rig.Channel, rig.Ada, "/talks", "second", SlackRig.Token);
        var secondUrl = (string)(await socket.TakeAsync())["response_url"]!;
        await rig.RespondAsync(firstUrl, """{"text":"to the first"}""");
        await first;
        await rig.RespondAsync(secondUrl, """{"text":"to the second"}""");

        (await first).Messages.ShouldHaveSingleItem().Shown.ShouldBe("to the first");
        (await second).Messages.ShouldHaveSingleItem().Shown.ShouldBe("to the second");
    }

    [Fact]
    public void An_answer_without_a_modal_can_be_printed() => $"{new SlackAnswer(SlackAnswerKind.Acked)}".ShouldContain("Acked");

    private static SlackSimulatorOptions Patient { get; } = SlackRig.Quick with { AnswerPatience = TimeSpan.FromSeconds(60), AnswerLull = TimeSpan.FromSeconds(60) };

    private static async Task<SlackAnswer> RunAsync(SlackRig rig, SlackSocket socket, string answer)
    {
        var asking = rig.Slack.CommandAsync(rig.Channel, rig.Ada, "/talks", "status", SlackRig.Token);
        await socket.TakeAsync(answer);
        return await asking;
    }

    private static async Task<string> PressForUrlAsync(SlackRig rig, SlackSocket socket, PostedMessage shown)
    {
        var pressing = rig.Slack.PressAsync(rig.Ada, shown, "go", SlackRig.Token);
        var payload = await socket.TakeAsync();
        await pressing;
        return (string)payload["response_url"]!;
    }
}
