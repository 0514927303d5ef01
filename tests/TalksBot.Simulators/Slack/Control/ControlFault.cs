using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Slack.Control;

/// <summary>Reads a fault from JSON: <c>{"kind":"drop-after-commit","times":2}</c>.</summary>
internal static class ControlFault
{
    public static JsonObject Apply(SlackFaults faults, JsonObject body)
    {
        var kind = body["kind"]?.ToString() ?? throw new InvalidOperationException("\"kind\" is missing.");
        Action? act = kind switch
        {
            "stall" => faults.StallSockets,
            "drop" => faults.DropSockets,
            "refresh" => faults.RefreshSockets,
            "disconnect" => () => faults.Disconnect((string?)body["reason"] ?? "refresh_requested"),
            "socket-mode-off" => faults.SwitchSocketModeOff,
            "socket-mode-on" => faults.SwitchSocketModeOn,
            "refuse-sockets" => () => faults.RefuseSockets((int?)body["times"] ?? 1),
            "revoke" => () => faults.RevokeTokens((string?)body["error"] ?? "token_revoked"),
            "withhold-hello" => () => faults.WithholdHello((int?)body["times"] ?? 1),
            "close" => () => faults.CloseSockets((int?)body["code"] ?? 1011),
            "raw" => () => faults.SendRaw(body["frame"]?.ToString() ?? ""),
            "replay-events" => () => faults.ReplayEvents((bool?)body["everything"] ?? false),
            "lag-history" => () => faults.HistoryLag = TimeSpan.FromMilliseconds((double?)body["milliseconds"] ?? 1000),
            "clear" => faults.Clear,
            _ => () => faults.Add(Read(kind, body)),
        };
        act();
        return new JsonObject { ["armed"] = kind };
    }

    private static WebFault Read(string kind, JsonObject body) => new(WebKind(kind))
    {
        Method = (string?)body["method"],
        Times = (int?)body["times"] ?? 1,
        Wait = TimeSpan.FromMilliseconds((double?)body["milliseconds"] ?? 1000),
        RetryAfter = body["retry_after"]?.ToString(),
        Status = (int?)body["status"] ?? 500,
        Error = (string?)body["error"] ?? "internal_error",
    };

    private static WebFaultKind WebKind(string kind) => kind switch
    {
        "drop-after-commit" => WebFaultKind.DropAfterCommit,
        "drop-before-commit" => WebFaultKind.DropBeforeCommit,
        "error-after-commit" => WebFaultKind.ErrorAfterCommit,
        "error-before-commit" => WebFaultKind.ErrorBeforeCommit,
        "unavailable" => WebFaultKind.Unavailable,
        "html" => WebFaultKind.HtmlPage,
        "html-as-success" => WebFaultKind.HtmlAsSuccess,
        "rate-limited" => WebFaultKind.RateLimited,
        "latency" => WebFaultKind.Delay,
        "status" => WebFaultKind.Status,
        "html-after-commit" => WebFaultKind.HtmlAfterCommit,
        "hang" => WebFaultKind.Hang,
        "hang-after-commit" => WebFaultKind.HangAfterCommit,
        "cut-body" => WebFaultKind.CutBody,
        "trickle" => WebFaultKind.Trickle,
        _ => throw new InvalidOperationException($"No fault is called {kind}."),
    };
}
