using System.Text.Json.Nodes;

namespace TalksBot.Testing.Tests.Slack;

public sealed class SlackFieldTests
{
    private const string Option = """{"text":{"type":"plain_text","text":"A"},"value":"a"}""";

    [Theory]
    [InlineData("plain_text_input", """{"type":"plain_text_input","value":null}""")]
    [InlineData("static_select", """{"type":"static_select","selected_option":null}""")]
    [InlineData("radio_buttons", """{"type":"radio_buttons","selected_option":null}""")]
    [InlineData("checkboxes", """{"type":"checkboxes","selected_options":[]}""")]
    [InlineData("datepicker", """{"type":"datepicker","selected_date":null}""")]
    [InlineData("timepicker", """{"type":"timepicker","selected_time":null}""")]
    [InlineData("datetimepicker", """{"type":"datetimepicker","selected_date_time":null}""")]
    [InlineData("users_select", """{"type":"users_select","selected_user":null}""")]
    [InlineData("multi_users_select", """{"type":"multi_users_select","selected_users":[]}""")]
    [InlineData("conversations_select", """{"type":"conversations_select","selected_conversation":null}""")]
    public async Task Tells_of_a_field_left_alone_under_its_own_key(string type, string state)
    {
        await using var rig = await SlackRig.StartAsync();
        using var socket = await rig.ConnectAsync();
        var options = type is "static_select" or "radio_buttons" or "checkboxes" ? $",\"options\":[{Option}]" : "";
        var view = await OpenAsync(rig, socket, $$$"""[{"type":"input","block_id":"b","optional":true,"label":{"type":"plain_text","text":"l"},"element":{"type":"{{{type}}}","action_id":"f"{{{options}}}}}]""");

        var submitting = rig.Slack.SubmitAsync(rig.Ada, view, [], SlackRig.Token);
        var payload = await socket.TakeAsync();
        await submitting;

        payload["view"]!["state"]!["values"]!["b"]!["f"]!.ToJsonString().ShouldBe(state);
    }

    [Fact]
    public async Task Tells_with_a_press_what_the_fields_beside_it_say()
    {
        await using var rig = await SlackRig.StartAsync();
        using var socket = await rig.ConnectAsync();
        await rig.PostBlocksAsync($$$"""
            [{"type":"actions","block_id":"row","elements":[{"type":"static_select","action_id":"set","initial_option":{{{Option}}},"options":[{{{Option}}}]},
              {"type":"static_select","action_id":"open","options":[{{{Option}}}]},{"type":"button","action_id":"go","text":{"type":"plain_text","text":"Go"}}]}]
            """);
        var message = rig.Slack.Messages(rig.Channel).Single();

        var before = await ActAsync(socket, rig.Slack.PressAsync(rig.Ada, message, "go", SlackRig.Token));
        await ActAsync(socket, rig.Slack.ChooseAsync(rig.Ada, message, "open", ["a"], SlackRig.Token));
        var after = await ActAsync(socket, rig.Slack.PressAsync(rig.Ada, message, "go", SlackRig.Token));

        var (first, second) = (before["state"]!["values"]!["row"]!.AsObject(), after["state"]!["values"]!["row"]!.AsObject());
        first.Select(pair => pair.Key).ShouldBe(["set", "open"]);
        ((string?)first["set"]!["selected_option"]!["value"], first["open"]!["selected_option"]).ShouldBe(("a", null));
        ((string?)second["open"]!["selected_option"]!["value"], second["open"]!.AsObject().Count).ShouldBe(("a", 2));
    }

    [Fact]
    public async Task Keeps_what_was_chosen_in_a_modal_for_the_presses_and_the_submission_that_follow()
    {
        await using var rig = await SlackRig.StartAsync();
        using var socket = await rig.ConnectAsync();
        var view = await OpenAsync(rig, socket, $$$"""
            [{"type":"input","block_id":"b","dispatch_action":true,"label":{"type":"plain_text","text":"l"},"element":{"type":"static_select","action_id":"f","options":[{{{Option}}}]}},
             {"type":"actions","block_id":"row","elements":[{"type":"button","action_id":"go","text":{"type":"plain_text","text":"Go"}}]}]
            """);

        await ActAsync(socket, rig.Slack.PressInViewAsync(rig.Ada, view, "f", ["a"], SlackRig.Token));
        var pressed = await ActAsync(socket, rig.Slack.PressInViewAsync(rig.Ada, view, "go", values: null, SlackRig.Token));
        var submitted = await ActAsync(socket, rig.Slack.SubmitAsync(rig.Ada, view, [], SlackRig.Token));

        ((string?)pressed["hash"]).ShouldBe((string?)pressed["view"]!["hash"]);
        foreach (var payload in new[] { pressed, submitted })
        {
            ((string?)payload["view"]!["state"]!["values"]!["b"]!["f"]!["selected_option"]!["value"]).ShouldBe("a");
        }
    }

    private static async Task<JsonNode> ActAsync(SlackSocket socket, Task acting)
    {
        var payload = await socket.TakeAsync();
        await acting;
        return payload;
    }

    /// <summary>Opens a modal of these blocks; gives its id.</summary>
    private static async Task<string> OpenAsync(SlackRig rig, SlackSocket socket, string blocks)
    {
        var asking = rig.Slack.CommandAsync(rig.Channel, rig.Ada, "/talks", "", SlackRig.Token);
        var envelope = await socket.HearAsync();
        var view = new JsonObject
        {
            ["type"] = "modal",
            ["title"] = new JsonObject { ["type"] = "plain_text", ["text"] = "Form" },
            ["submit"] = new JsonObject { ["type"] = "plain_text", ["text"] = "OK" },
            ["blocks"] = JsonNode.Parse(blocks),
        };
        var opened = await rig.CallAsync("views.open", new JsonObject { ["trigger_id"] = (string)envelope!["payload"]!["trigger_id"]!, ["view"] = view });
        opened.Ok.ShouldBeTrue(opened.Text);
        await socket.AckAsync(envelope);
        return (await asking).ViewId();
    }
}
