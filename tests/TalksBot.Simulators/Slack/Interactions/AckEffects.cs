using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack.State;
using TalksBot.Simulators.Slack.Web;

namespace TalksBot.Simulators.Slack.Interactions;

/// <summary>What the payload of an acknowledgement does. slack.md §6 and §9.</summary>
internal sealed class AckEffects(SlackWorld world, Modals modals, Answers answers)
{
    /// <summary>Refuses a payload that Slack could not show.</summary>
    public SlackAnswer Apply(Act act, JsonNode? payload)
    {
        var good = new SlackAnswer(SlackAnswerKind.Acked);
        if (act.Envelope.Type is "slash_commands")
        {
            Show(act.Exchange, payload);
            return good;
        }

        return act.Envelope.Payload["type"]?.ToString() switch
        {
            "view_submission" => Submit(act.Exchange, payload as JsonObject ?? []),
            "block_suggestion" => good with { Options = payload?["options"]?.DeepClone() as JsonArray ?? throw new Refusal("no options") },
            _ => good,
        };
    }

    private void Show(Exchange exchange, JsonNode? payload)
    {
        var body = payload switch
        {
            JsonObject given => given,
            JsonValue text when text.ToString().Length > 0 => new JsonObject { ["text"] = text.ToString() },
            _ => [],
        };
        if (body.Count > 0)
        {
            answers.Take(exchange, body.DeepClone().AsObject());
        }
    }

    private SlackAnswer Submit(Exchange exchange, JsonObject answer)
    {
        var view = exchange.On!;
        var good = new SlackAnswer(SlackAnswerKind.Acked);
        switch (answer["response_action"]?.ToString())
        {
            case null:
                exchange.Opened = modals.Close(view);
                return good;
            case "clear":
                modals.Clear(view);
                return good;
            case "update":
                modals.Change(view, Content(answer));
                return good with { View = view.ToJson(world) };
            case "push":
                exchange.Opened = modals.Push(view, Content(answer));
                return good with { View = exchange.Opened.ToJson(world) };
            case "errors":
                return good with { Errors = Errors(view, answer["errors"] as JsonObject ?? []) };
            case var other:
                throw new Refusal($"unknown response_action {other}");
        }
    }

    private static JsonObject Content(JsonObject answer) => answer["view"] as JsonObject ?? throw Refusal.Missing("view");

    /// <summary>Every complaint must name a field that is there, or the modal only says that it had trouble.</summary>
    private static Dictionary<string, string> Errors(SlackView view, JsonObject errors)
    {
        var fields = view.Content["blocks"]!.AsArray().Where(block => block!["type"]!.ToString() is "input").Select(block => block!["block_id"]!.ToString());
        return errors.Count > 0 && !errors.Select(pair => pair.Key).Except(fields, StringComparer.Ordinal).Any()
            ? errors.ToDictionary(pair => pair.Key, pair => pair.Value!.ToString(), StringComparer.Ordinal)
            : throw new Refusal("errors name no input block");
    }
}
