using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TalksBot.Simulators.Discord.Interactions;

namespace TalksBot.Simulators.Discord.Control;

/// <summary>The simulator by HTTP, for people at a shell: act, break things, look. Nothing of Discord's own.</summary>
internal sealed class ControlRoutes(DiscordSimulator simulator)
{
    private static readonly JsonSerializerOptions ForPeople = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [SuppressMessage("Design", "CA1031", Justification = "Whoever stands at the shell is told what went wrong, whatever it was; an empty 500 helps nobody.")]
    public async Task HandleAsync(HttpContext context, string[] path)
    {
        var token = context.RequestAborted;
        try
        {
            var body = HttpMethods.IsPost(context.Request.Method) ? await JsonSerializer.DeserializeAsync<JsonObject>(context.Request.Body, cancellationToken: token) ?? [] : [];
            JsonNode? answer = (context.Request.Method, path) switch
            {
                ("POST", ["command"]) => Show(await simulator.RunCommandAsync(User(body), Channel(body), Text(body, "command"), Map(body, "options"), token)),
                ("POST", ["message-command"]) => Show(await simulator.RunOnMessageAsync(User(body), Channel(body), Id(body, "message"), Text(body, "command"), token)),
                ("POST", ["autocomplete"]) => Show(await simulator.AutocompleteAsync(User(body), Channel(body), Text(body, "command"), Map(body, "options"), Text(body, "focused"), token)),
                ("POST", ["button"]) => Show(await PressAsync(body, token)),
                ("POST", ["modal"]) => Show(await simulator.SubmitModalAsync(User(body), Id(body, "interaction"), Map(body, "values"), token)),
                ("POST", ["say"]) => new JsonObject { ["id"] = $"{simulator.Say(User(body), Channel(body), Text(body, "text"))}" },
                ("POST", ["react"]) => React(body),
                ("POST", ["grant"]) => Grant(body),
                ("POST", ["fault"]) => ControlFault.Apply(simulator.Faults, body),
                ("GET", ["state"]) => simulator.Describe(),
                ("GET", ["messages", var channel]) => Messages(context, channel),
                ("GET", ["stats"]) => Stats(),
                _ => null,
            };
            await WriteAsync(context, answer is null ? 404 : 200, answer ?? new JsonObject { ["error"] = "There is no such control." });
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            await WriteAsync(context, 400, new JsonObject { ["error"] = fault.Message });
        }
    }

    /// <summary>By its label a person means the latest button that says so.</summary>
    private Task<DiscordAnswer> PressAsync(JsonObject body, CancellationToken token)
    {
        var (user, channel) = (User(body), Channel(body));
        if (body["label"] is null)
        {
            return simulator.PressAsync(user, channel, Id(body, "message"), Text(body, "custom_id"), Words(body, "values"), token);
        }

        var label = Text(body, "label");
        var (message, button) = simulator.Messages(channel, user).Reverse()
            .SelectMany(message => ComponentTree.Flatten(message.Components), (message, button) => (message, button))
            .FirstOrDefault(found => found.button["custom_id"] is not null && string.Equals((string?)found.button["label"], label, StringComparison.OrdinalIgnoreCase));
        return button is null
            ? throw new InvalidOperationException($"Nothing here has a button \"{label}\".")
            : simulator.PressAsync(user, message, (string)button["custom_id"]!, token);
    }

    private JsonObject React(JsonObject body)
    {
        simulator.React(User(body), Channel(body), Id(body, "message"), Text(body, "emoji"));
        return new JsonObject { ["reacted"] = Text(body, "emoji") };
    }

    /// <summary>Permissions by their names, or <c>All</c>.</summary>
    private JsonObject Grant(JsonObject body)
    {
        var permissions = Enum.Parse<Permissions>(Text(body, "permissions"), ignoreCase: true);
        simulator.GrantEverywhere(Text(body, "role"), permissions);
        return new JsonObject { ["granted"] = permissions.ToString() };
    }

    private JsonArray Messages(HttpContext context, string channel)
    {
        var seenBy = context.Request.Query["seen_by"].ToString() is { Length: > 0 } user ? simulator.FindUser(user) : default(ulong?);
        return [.. simulator.Messages(simulator.FindChannel(channel), seenBy).Select(Show)];
    }

    /// <summary>The message with its files, which the API leaves out where an embed shows them.</summary>
    private static JsonNode Show(PostedMessage message)
    {
        var json = message.Json;
        json["_files"] = new JsonArray([.. message.Files.Select(file => (JsonNode)new JsonObject { ["url"] = file.Url, ["description"] = file.Description })]);
        return json;
    }

    private JsonObject Stats() => new()
    {
        ["requests"] = new JsonObject(simulator.Stats.Requests.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
        ["statuses"] = new JsonObject(simulator.Stats.Statuses.Select(pair => KeyValuePair.Create($"{pair.Key}", (JsonNode?)pair.Value))),
        ["too_many_requests"] = simulator.Stats.TooManyRequests,
        ["request_faults"] = new JsonArray([.. simulator.Stats.RequestFaults.Select(fault => (JsonNode)fault)]),
        ["messages_created"] = simulator.Stats.MessagesCreated,
        ["nonce_hits"] = simulator.Stats.NonceHits,
        ["identifies"] = simulator.Stats.Identifies,
        ["resumes"] = simulator.Stats.Resumes,
        ["heartbeats"] = simulator.Stats.Heartbeats,
        ["gateway_connections"] = simulator.Stats.GatewayConnections,
        ["missed_interactions"] = simulator.Stats.MissedInteractions,
        ["connected"] = simulator.HasSession,
    };

    private static JsonObject Show(DiscordAnswer answer) => new()
    {
        ["interaction"] = $"{answer.InteractionId}",
        ["kind"] = answer.Kind.ToString(),
        ["took_ms"] = answer.Took.TotalMilliseconds,
        ["finished_ms"] = answer.Finished.TotalMilliseconds,
        ["deferred"] = answer.Deferred,
        ["message"] = answer.Message?.Json,
        ["choices"] = answer.Choices.DeepClone(),
        ["modal"] = answer.Modal?.DeepClone(),
    };

    private ulong User(JsonObject body) => simulator.FindUser(Text(body, "user"));

    private ulong Channel(JsonObject body) => simulator.FindChannel(Text(body, "channel"));

    private static string Text(JsonObject body, string key) => body[key]?.ToString() ?? throw new InvalidOperationException($"\"{key}\" is missing.");

    private static ulong Id(JsonObject body, string key) => ulong.Parse(Text(body, key), System.Globalization.CultureInfo.InvariantCulture);

    private static JsonObject Map(JsonObject body, string key) => body[key] as JsonObject ?? [];

    private static List<string> Words(JsonObject body, string key) => [.. (body[key] as JsonArray ?? []).Select(word => word!.ToString())];

    private static Task WriteAsync(HttpContext context, int status, JsonNode body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body.ToJsonString(ForPeople), context.RequestAborted);
    }
}
