using System.Globalization;
using System.Net.Http.Headers;
using TalksBot.Discord.Wire.Limits;

namespace TalksBot.Discord.Wire.Rest;

/// <summary>One thing to ask of Discord.</summary>
internal sealed record RestRequest(Route Route, RequestBody? Body = null)
{
    /// <summary>A message ready to send, new each time since a message can be sent only once.</summary>
    public HttpRequestMessage ToMessage(DiscordWireOptions options, TimeProvider time)
    {
        var address = new Uri($"{options.ApiUrl.AbsoluteUri.TrimEnd('/')}{Route.Path}");
        var message = new HttpRequestMessage(Route.Method, address);
        message.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        if (!Route.ForInteraction)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bot", options.Token.Reveal());
        }

        if (Body is not null)
        {
            message.Content = new WatchedContent(Body.ToContent(), time);
        }

        return message;
    }
}

/// <summary>What one attempt brought: a status with its body (null if the body was lost), or the failure of having none.</summary>
/// <remarks>The reading is null when nothing was sent.</remarks>
internal sealed record Exchange(int Status, byte[]? Body, RateLimitReading? Reading, DiscordFailure? Failure = null)
{
    /// <summary>The limit that turned it away, with the wait that is kept; null where none did.</summary>
    public RateLimited? Limited { get; init; }

    public static Exchange Unsent(DiscordFailure failure) => new(0, null, null, failure);

    public static Exchange Unanswered(Ambiguous failure) => new(0, null, RateLimitReading.None, failure);
}

/// <summary>Which messages to list: 1–100, from the newest unless one of the three ends is given (discord.md §2).</summary>
public sealed record MessageRange(
    int Limit = 50, Snowflake? Before = null, Snowflake? After = null, Snowflake? Around = null)
{
    internal IReadOnlyList<KeyValuePair<string, string>> ToQuery()
    {
        List<KeyValuePair<string, string>> query = [new("limit", Limit.ToString(CultureInfo.InvariantCulture))];
        var end = (Before, After, Around) switch
        {
            ({ } before, _, _) => new("before", $"{before}"),
            (_, { } after, _) => new("after", $"{after}"),
            (_, _, { } around) => new("around", $"{around}"),
            _ => (KeyValuePair<string, string>?)null,
        };
        return end is null ? query : [.. query, end.Value];
    }
}
