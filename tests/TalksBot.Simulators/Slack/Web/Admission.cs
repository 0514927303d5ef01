using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TalksBot.Simulators.Slack.State;

namespace TalksBot.Simulators.Slack.Web;

/// <summary>Who may call what: kinds of token, where they may stand, scopes. slack.md §1 and §14, lines 2, 3 and 29.</summary>
internal sealed class Admission(SlackWorld world)
{
    /// <summary>Refuses, or takes the token out of the arguments.</summary>
    public void Admit(HttpRequest request, WebMethod method, JsonObject arguments)
    {
        var token = Bearer(request) ?? (method.AppLevel || request.Query.ContainsKey("token") ? null : arguments["token"]?.ToString());
        arguments.Remove("token");
        if (string.IsNullOrEmpty(token))
        {
            throw new Refusal("not_authed");
        }

        var isApp = token.StartsWith("xapp-", StringComparison.Ordinal);
        if (token != (isApp ? world.AppToken : world.BotToken))
        {
            throw new Refusal("invalid_auth");
        }

        if ((isApp ? world.AppTokenFault : world.BotTokenFault) is { } fault)
        {
            throw new Refusal(fault);
        }

        if (isApp != method.AppLevel)
        {
            throw new Refusal("not_allowed_token_type");
        }

        if (method.AnyOf.Count > 0 && !method.AnyOf.Intersect(Provided(method), StringComparer.Ordinal).Any())
        {
            throw new Refusal("missing_scope") { Scopes = (string.Join(',', method.AnyOf), string.Join(',', Provided(method))) };
        }
    }

    public IReadOnlyList<string> Provided(WebMethod method) =>
        method.AppLevel ? world.Options.AppTokenMayConnect ? ["connections:write"] : [] : world.Options.Scopes;

    private static string? Bearer(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : null;
    }
}
