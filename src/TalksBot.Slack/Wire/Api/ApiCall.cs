using System.Net.Http.Headers;
using TalksBot.Slack.Wire.Limits;

namespace TalksBot.Slack.Wire.Api;

/// <summary>One thing to ask of Slack.</summary>
internal sealed record ApiCall(ApiMethod Method, RequestBody Body)
{
    /// <summary>The channel posted to, where posts are counted by channel.</summary>
    public string Channel { get; init; } = "";

    /// <summary>Lower goes first among those that wait for the same limit.</summary>
    public int Priority { get; init; }

    /// <summary>Where to send it, if not to the method: keep it out of logs, it works like a credential.</summary>
    public Secret? Address { get; init; }

    public LaneKey Lane => new(Method.Name, Channel);

    /// <summary>A message ready to send, new each time since a message can be sent only once.</summary>
    public HttpRequestMessage ToMessage(SlackWireOptions options, TimeProvider time)
    {
        var address = Address is null
            ? new Uri($"{options.ApiUrl.AbsoluteUri.TrimEnd('/')}/{Method.Name}")
            : new Uri(Address.Reveal());
        var message = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new WatchedContent(Body.ToContent(), time),
        };
        message.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        if (Token(options) is { } token)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Reveal());
        }

        return message;
    }

    private Secret? Token(SlackWireOptions options) => Method.Token switch
    {
        TokenKind.Bot => options.BotToken,
        TokenKind.App => options.AppToken,
        _ => null,
    };
}
