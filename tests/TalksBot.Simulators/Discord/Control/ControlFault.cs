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
            "clear" => faults.Clear,
            _ => null,
        };
        act?.Invoke();
        return act is not null;
    }

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
        _ => throw new InvalidOperationException($"No fault is called {kind}."),
    };
}
