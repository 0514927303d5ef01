using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.Control;

/// <summary>Reads a fault from JSON: <c>{"kind":"drop-after-commit","times":2}</c>.</summary>
internal static class ControlFault
{
    public static JsonObject Apply(DiscordFaults faults, JsonObject body)
    {
        var kind = body["kind"]?.ToString() ?? throw new InvalidOperationException("\"kind\" is missing.");
        if (!TryGateway(faults, kind, body))
        {
            faults.Add(new RestFault(RestKind(kind))
            {
                Operation = (string?)body["operation"],
                Times = (int?)body["times"] ?? 1,
                Scope = (string?)body["scope"] ?? "user",
                RetryAfterHeader = body["retry_after_header"]?.ToString(),
                RetryAfterBody = body.ContainsKey("retry_after") ? body["retry_after"]?.ToJsonString() ?? "null" : null,
                Status = (int?)body["status"] ?? 500,
                Code = (int?)body["code"] ?? 0,
                Html = (bool?)body["html"] ?? false,
                Wait = TimeSpan.FromMilliseconds((double?)body["milliseconds"] ?? 1000),
            });
        }

        return new JsonObject { ["armed"] = kind };
    }

    private static bool TryGateway(DiscordFaults faults, string kind, JsonObject body)
    {
        Action? act = kind switch
        {
            "zombie" => faults.Zombie,
            "reconnect" => faults.Reconnect,
            "reconnect-before-hello" => faults.ReconnectBeforeHello,
            "invalid-session" => () => faults.InvalidateSessions((bool?)body["resumable"] ?? false),
            "close" => () => faults.CloseGateway((int?)body["code"] ?? 4000),
            "drop" => faults.DropGateway,
            "request-heartbeat" => faults.RequestHeartbeat,
            "duplicate-dispatch" => faults.DuplicateNextDispatch,
            "swap-dispatches" => faults.SwapNextDispatches,
            "refuse-connections" => () => faults.RefuseConnections((int?)body["times"] ?? 1),
            "close-when" => () => faults.CloseWhen(Moment(body), (int?)body["code"] ?? 4000, (int?)body["times"] ?? 1),
            "withhold" => () => faults.Withhold(Moment(body), (int?)body["times"] ?? 1),
            "raw" => () => faults.SendRaw(body["frame"]?.ToString() ?? ""),
            "lag-history" => () => faults.HistoryLag = TimeSpan.FromMilliseconds((double?)body["milliseconds"] ?? 1000),
            "clear" => faults.Clear,
            _ => null,
        };
        act?.Invoke();
        return act is not null;
    }

    private static GatewayMoment Moment(JsonObject body) =>
        Enum.TryParse<GatewayMoment>(body["moment"]?.ToString(), ignoreCase: true, out var moment) ? moment : throw new InvalidOperationException("\"moment\" is connect, identify, ready, resume or heartbeat.");

    private static RestFaultKind RestKind(string kind) => kind switch
    {
        "drop-after-commit" => RestFaultKind.DropAfterCommit,
        "drop-before-commit" => RestFaultKind.DropBeforeCommit,
        "rate-limited" => RestFaultKind.RateLimited,
        "html-429" => RestFaultKind.HtmlTooMany,
        "bad-gateway" => RestFaultKind.BadGateway,
        "cloudflare" => RestFaultKind.CloudflareBlock,
        "overloaded" => RestFaultKind.Overloaded,
        "missing-access" => RestFaultKind.MissingAccess,
        "missing-permissions" => RestFaultKind.MissingPermissions,
        "too-large" => RestFaultKind.TooLarge,
        "invalid-form" => RestFaultKind.InvalidForm,
        "latency" => RestFaultKind.Delay,
        "status" => RestFaultKind.Status,
        "bad-gateway-after-commit" => RestFaultKind.BadGatewayAfterCommit,
        "hang" => RestFaultKind.Hang,
        "hang-after-commit" => RestFaultKind.HangAfterCommit,
        "cut-body" => RestFaultKind.CutBody,
        "trickle" => RestFaultKind.Trickle,
        _ => throw new InvalidOperationException($"No fault is called {kind}."),
    };
}
