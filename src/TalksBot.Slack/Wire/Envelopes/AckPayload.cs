using System.Text.Json;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Wire.Envelopes;

/// <summary>What an acknowledgement may carry: an answer to a command, or what becomes of a form (slack.md §6, §9).</summary>
public sealed class AckPayload
{
    private AckPayload(JsonElement json) => Json = json;

    /// <summary>As it goes over the wire; also the body of an HTTP answer.</summary>
    public JsonElement Json { get; }

    /// <summary>Answers a command.</summary>
    public static AckPayload Message(ResponseDraft message) =>
        new(JsonSerializer.SerializeToElement(message, WireJson.Default.ResponseDraft));

    /// <summary>Keeps the form open and shows a fault beside each block named.</summary>
    public static AckPayload FieldErrors(IReadOnlyDictionary<string, string> byBlock) =>
        Of(new("errors") { Errors = byBlock });

    /// <summary>Closes this form and those beneath it.</summary>
    public static AckPayload CloseAll() => Of(new("clear"));

    /// <summary>Shows another form in place of this one.</summary>
    public static AckPayload Replace(ViewDraft view) => Of(new("update") { View = view });

    /// <summary>Shows another form on top of this one; three at most.</summary>
    public static AckPayload Push(ViewDraft view) => Of(new("push") { View = view });

    private static AckPayload Of(ViewResponse response) =>
        new(JsonSerializer.SerializeToElement(response, WireJson.Default.ViewResponse));
}
