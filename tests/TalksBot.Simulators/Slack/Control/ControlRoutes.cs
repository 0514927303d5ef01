using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace TalksBot.Simulators.Slack.Control;

/// <summary>The simulator by HTTP, for people at a shell: act, break things, look. Nothing of Slack's own.</summary>
internal sealed class ControlRoutes(SlackSimulator simulator)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public async Task HandleAsync(HttpContext context, string[] path)
    {
        var token = context.RequestAborted;
        if (path is ["file", var id])
        {
            await SendFileAsync(context, id);
            return;
        }

        try
        {
            var body = HttpMethods.IsPost(context.Request.Method) ? await JsonSerializer.DeserializeAsync<JsonObject>(context.Request.Body, cancellationToken: token) ?? [] : [];
            JsonNode? answer = (context.Request.Method, path) switch
            {
                ("POST", ["command"]) => Show(await simulator.CommandAsync(Channel(body), User(body), Text(body, "command"), (string?)body["text"] ?? "", token)),
                ("POST", ["button"]) => Show(await PressAsync(body, token)),
                ("POST", ["shortcut"]) => Show(await simulator.ShortcutAsync(User(body), Channel(body), Text(body, "message"), Text(body, "shortcut"), token)),
                ("POST", ["modal"]) => Show(await simulator.SubmitBrieflyAsync(User(body), Text(body, "view"), body["values"] as JsonObject ?? [], token)),
                ("POST", ["mention"]) => Show(await simulator.MentionAsync(Channel(body), User(body), (string?)body["thread_ts"], Text(body, "text"), token)),
                ("POST", ["say"]) => new JsonObject { ["ts"] = simulator.Say(Channel(body), User(body), Text(body, "text"), (string?)body["thread_ts"]) },
                ("POST", ["react"]) => React(body),
                ("POST", ["home"]) => new JsonObject { ["view"] = simulator.OpenHome(User(body)) },
                ("POST", ["subscribe"]) => Subscribe(body),
                ("POST", ["fault"]) => ControlFault.Apply(simulator.Faults, body),
                ("GET", ["state"]) => simulator.Describe(),
                ("GET", ["home", var user]) => new JsonObject { ["view"] = simulator.HomeOf(simulator.FindUser(user)) },
                ("GET", ["messages", var channel]) => Messages(context, channel),
                ("GET", ["stats"]) => Stats(),
                _ => null,
            };
            await WriteAsync(context, answer is null ? 404 : 200, answer ?? new JsonObject { ["error"] = "There is no such control." });
        }
        catch (Exception fault) when (fault is InvalidOperationException or JsonException or FormatException or KeyNotFoundException)
        {
            await WriteAsync(context, 400, new JsonObject { ["error"] = fault.Message });
        }
    }

    private JsonObject React(JsonObject body)
    {
        simulator.React(Channel(body), User(body), Text(body, "message"), Text(body, "emoji"));
        return new JsonObject { ["reacted"] = Text(body, "emoji") };
    }

    private JsonObject Subscribe(JsonObject body)
    {
        simulator.Subscribe([.. (body["events"] as JsonArray ?? []).Select(kind => kind!.ToString())]);
        return new JsonObject { ["subscribed"] = body["events"]?.DeepClone() };
    }

    /// <summary>A file as the page shows it; Slack itself gives it to nobody without a token.</summary>
    private async Task SendFileAsync(HttpContext context, string id)
    {
        if (simulator.FindFile(id) is not var (name, bytes))
        {
            context.Response.StatusCode = 404;
            return;
        }

        context.Response.ContentType = Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".png" => "image/png",
            ".jpg" or ".jpeg" => "image/jpeg",
            ".gif" => "image/gif",
            _ => "application/octet-stream",
        };
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>Without a message a person means the latest button that says so.</summary>
    private Task<SlackAnswer> PressAsync(JsonObject body, CancellationToken token)
    {
        var (user, button) = (User(body), Text(body, body["label"] is null ? "button" : "label"));
        var values = (body["values"] as JsonArray)?.Select(value => value!.ToString()).ToList();
        if (body["home"] is not null)
        {
            return simulator.PressAtHomeAsync(user, button, token);
        }

        if (body["view"] is { } view)
        {
            return simulator.PressInViewAsync(user, view.ToString(), button, values, token);
        }

        var ts = (string?)body["message"];
        var message = simulator.Messages(Channel(body), user).LastOrDefault(one => ts is null ? Says(one, button) : one.Ts == ts)
            ?? throw new InvalidOperationException(ts is null ? $"Nothing here has a button \"{button}\"." : $"There is no message {ts}.");
        return values is null ? simulator.PressAsync(user, message, button, token) : simulator.ChooseAsync(user, message, button, values, token);
    }

    private static bool Says(PostedMessage message, string button) =>
        message.Blocks.SelectMany(block => block?["elements"] as JsonArray ?? []).Any(element => (string?)(element?["text"] as JsonObject)?["text"] == button);

    private JsonArray Messages(HttpContext context, string channel)
    {
        var seenBy = context.Request.Query["seen_by"].ToString() is { Length: > 0 } user ? simulator.FindUser(user) : null;
        return [.. simulator.Messages(simulator.FindChannel(channel), seenBy).Select(message => (JsonNode)Show(message))];
    }

    private JsonObject Stats() => new()
    {
        ["requests"] = new JsonObject(simulator.Stats.Requests.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
        ["errors"] = new JsonObject(simulator.Stats.Errors.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
        ["too_many_requests"] = simulator.Stats.TooManyRequests,
        ["invalid_requests"] = new JsonArray([.. simulator.Stats.InvalidRequests.Select(one => (JsonNode)one)]),
        ["messages_posted"] = simulator.Stats.MessagesPosted,
        ["acked_envelopes"] = simulator.Stats.AckedEnvelopes,
        ["late_acks"] = simulator.Stats.LateAcks,
        ["timed_out"] = simulator.Stats.TimedOut,
        ["event_retries"] = simulator.Stats.EventRetries,
        ["socket_connections"] = simulator.Stats.SocketConnections,
        ["connected"] = simulator.Connections,
    };

    private static JsonObject Show(SlackAnswer answer) => new()
    {
        ["kind"] = answer.Kind.ToString(),
        ["took_ms"] = answer.Took.TotalMilliseconds,
        ["failure"] = answer.Failure,
        ["messages"] = new JsonArray([.. answer.Messages.Select(message => (JsonNode)Show(message))]),
        ["view"] = answer.View?.DeepClone(),
        ["errors"] = new JsonObject(answer.Errors.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
    };

    private static JsonObject Show(PostedMessage message)
    {
        var json = message.Json.DeepClone().AsObject();
        json["_shown"] = message.Shown;
        json["_command"] = message.Command;
        json["_deleted"] = message.Deleted;
        json["_only_for"] = message.OnlyFor;
        json["_files"] = new JsonArray([.. message.Files.Select(file => (JsonNode)file.Url.AbsoluteUri)]);
        json["_pings"] = new JsonArray([.. message.Pings.Select(ping => (JsonNode)ping)]);
        return json;
    }

    private string User(JsonObject body) => simulator.FindUser(Text(body, "user"));

    private string Channel(JsonObject body) => simulator.FindChannel(Text(body, "channel"));

    private static string Text(JsonObject body, string key) => body[key]?.ToString() ?? throw new InvalidOperationException($"\"{key}\" is missing.");

    private static Task WriteAsync(HttpContext context, int status, JsonNode body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body.ToJsonString(Indented), context.RequestAborted);
    }
}
