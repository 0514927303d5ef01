using System.Net.Http.Headers;

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
