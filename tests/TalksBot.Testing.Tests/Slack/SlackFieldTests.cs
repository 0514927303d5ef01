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
