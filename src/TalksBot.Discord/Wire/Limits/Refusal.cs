using System.Text.Json;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Wire.Limits;

/// <summary>Tells which limit a refused request ran into (discord.md §10).</summary>
internal static class Refusal
{
    // For refusals that name no time, as Cloudflare's pages may.
    private static readonly TimeSpan _unstated = TimeSpan.FromSeconds(5);

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

        var scope = atEdge ? LimitScope.Edge : ScopeOf(headers, json);
        return new(RetryAfter(json) ?? headers.RetryAfter ?? headers.ResetAfter ?? _unstated, scope);
    }

    private static LimitScope ScopeOf(LimitHeaders headers, JsonElement? json) => headers switch
    {
        { Global: true } or { Scope: "global" } => LimitScope.Global,
        { Scope: "shared" } => LimitScope.Shared,
        { Remaining: 0 } => LimitScope.Bucket,
        _ => SaysGlobal(json) ? LimitScope.Global : LimitScope.Request,
    };

    private static bool SaysGlobal(JsonElement? json) =>
        json?.TryGetProperty("global", out var global) == true && global.ValueKind == JsonValueKind.True;

    // The body has the precise time, the header whole seconds.
    private static TimeSpan? RetryAfter(JsonElement? json) =>
        json?.TryGetProperty("retry_after", out var after) == true
        && after.ValueKind == JsonValueKind.Number
        && after.GetDouble() is >= 0 and < 1e9 and var seconds
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
