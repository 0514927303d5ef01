using System.Text.Json;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Wire.Limits;

/// <summary>Tells which limit a refused request ran into (discord.md §10).</summary>
internal static class Refusal
{
    // For refusals that name no time: Cloudflare's pages may, and a limit of Discord's own has surely let go soon.
    private static readonly TimeSpan _unstatedAtEdge = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _unstated = TimeSpan.FromSeconds(1);

    public static RateLimited? Of(int status, LimitHeaders headers, byte[] body)
    {
        if (status is not (429 or 403))
        {
            return null;
        }

        var json = ErrorReader.TryParse(body) is { ValueKind: JsonValueKind.Object } root ? root : (JsonElement?)null;
        var atEdge = json is null && headers is { Scope: null, Remaining: null, Global: false };
        if (status == 403 && !atEdge)
        {
            return null;
        }

        var stated = (Property(json, "retry_after") is { } after ? Waits.Of(after) : null) ?? headers.RetryAfter ?? headers.ResetAfter;
        var code = CodeOf(json);
        return new(stated ?? (atEdge ? _unstatedAtEdge : _unstated), atEdge ? LimitScope.Edge : ScopeOf(headers, json, code)) { Code = code };
    }

    // Edits of an old message have a limit of their own, which holds that message and nothing else in its bucket.
    private static LimitScope ScopeOf(LimitHeaders headers, JsonElement? json, DiscordErrorCode? code) => headers switch
    {
        _ when code == DiscordErrorCode.TooManyOldEdits => LimitScope.Request,
        { Global: true } or { Scope: "global" } => LimitScope.Global,
        { Scope: "shared" } => LimitScope.Shared,
        { Scope: null } when SaysGlobal(json) => LimitScope.Global,
        { Remaining: 0 } => LimitScope.Bucket,
        _ => LimitScope.Request,
    };

    private static bool SaysGlobal(JsonElement? json) => Property(json, "global")?.ValueKind == JsonValueKind.True;

    private static DiscordErrorCode? CodeOf(JsonElement? json) =>
        Property(json, "code") is { ValueKind: JsonValueKind.Number } code && code.TryGetInt32(out var number) && number != 0
            ? (DiscordErrorCode)number
            : null;

    private static JsonElement? Property(JsonElement? json, string name) =>
        json?.TryGetProperty(name, out var value) == true ? value : null;
}
