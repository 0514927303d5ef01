using System.Text.Json;

namespace TalksBot.Slack.Wire.Api;

/// <summary>Sorts answers into done, not done and unknown, and survives what proxies send instead (slack.md §1, §13).</summary>
internal static class AnswerReader
{
    private const int MostMessages = 10;
    private const int LongestMessage = 300;

    private static readonly TimeSpan _unstated = TimeSpan.FromSeconds(1);

    /// <summary>Why an exchange brought no value; null when it did.</summary>
    public static SlackFailure? FailureOf(ApiMethod method, Exchange exchange, JsonElement? root)
    {
        if (exchange.Failure is not null)
        {
            return exchange.Failure;
        }

        return exchange switch
        {
            { Status: 429 } => new RateLimited(exchange.RetryAfter ?? _unstated),
            { Status: >= 500 } => new Ambiguous($"Slack answered {exchange.Status}.", exchange.Status) { RetryAfter = exchange.RetryAfter },
            { Body: null } => new Ambiguous("The answer was cut off.", exchange.Status),
            _ => Worded(method, exchange, root),
        };
    }

    /// <summary>The remarks of an answer: <c>warning</c> is a list with commas (slack.md §1).</summary>
    public static IReadOnlyList<string> Warnings(JsonElement root) =>
        Json.Text(root, "warning") is { Length: > 0 } warnings
            ? warnings.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [];

    /// <summary>What pages of a list end with; null at the last one.</summary>
    public static string? NextCursor(JsonElement root) =>
        Json.Property(root, "response_metadata") is { } metadata
        && Json.Text(metadata, "next_cursor") is { Length: > 0 } cursor
            ? cursor
            : null;

    private static SlackFailure? Worded(ApiMethod method, Exchange exchange, JsonElement? root)
    {
        var fine = exchange.Status is >= 200 and < 300;
        if (root is not { } body || Json.Flag(body, "ok") is not { } ok)
        {
            // Uploads and response addresses answer a plain "OK"; what stands between answers a page.
            return !fine ? new Refused(new($"http_{exchange.Status}"))
                : method.Token == TokenKind.None && !IsPage(exchange.Body) ? null
                : new Ambiguous("The answer could not be read.", exchange.Status);
        }

        if (ok)
        {
            return fine ? null : new Ambiguous($"Slack answered {exchange.Status} and \"ok\".", exchange.Status);
        }

        return Sorted(method, exchange, Error(body, exchange.Status));
    }

    private static bool IsPage(byte[]? body) => body.AsSpan().TrimStart(" \t\r\n"u8) is [(byte)'<', ..];

    private static SlackFailure Sorted(ApiMethod method, Exchange exchange, SlackError error) =>
        error.Code switch
        {
            _ when method.Token != TokenKind.None && SlackErrorCode.IsOfToken(error.Code) => new CredentialsDead(error.Code),
            _ when SlackErrorCode.WaitOf(error.Code) is { } wait => new RateLimited(exchange.RetryAfter ?? wait),
            _ when SlackErrorCode.IsOfSlack(error.Code) => new Ambiguous($"Slack answered {error.Code}.", exchange.Status) { RetryAfter = exchange.RetryAfter },
            _ => new Refused(error),
        };

    private static SlackError Error(JsonElement body, int status) =>
        new(Json.Text(body, "error") ?? $"http_{status}")
        {
            Messages =
            [
                .. Json.Texts(Json.Property(body, "response_metadata") is { } metadata ? Json.Property(metadata, "messages") : null, MostMessages)
                    .Concat(Json.Texts(Json.Property(body, "errors"), MostMessages))
                    .Distinct(StringComparer.Ordinal)
                    .Select(message => message.Length > LongestMessage ? message[..LongestMessage] : message),
            ],
            Needed = Json.Text(body, "needed"),
            Provided = Json.Text(body, "provided"),
        };
}
