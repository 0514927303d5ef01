using System.Text.Json;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Wire.Envelopes;

/// <summary>Somebody sent in a form; the acknowledgement may name faults by block (slack.md §9).</summary>
public sealed record ViewSubmission(ActingUser User, SlackView View) : Incoming
{
    public ActingTeam? Team { get; init; }

    /// <summary>Opens one form within three seconds.</summary>
    public string? TriggerId { get; init; }
}

/// <summary>Somebody closed a form that asked to be told of it (slack.md §9).</summary>
public sealed record ViewClosed(ActingUser User, SlackView View) : Incoming
{
    public ActingTeam? Team { get; init; }
}

/// <summary>What becomes of a form that was sent in (slack.md §9).</summary>
internal sealed record ViewResponse(string ResponseAction)
{
    public IReadOnlyDictionary<string, string>? Errors { get; init; }

    public ViewDraft? View { get; init; }
}

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
