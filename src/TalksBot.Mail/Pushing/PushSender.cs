using System.Net;
using System.Net.Http.Headers;
using System.Text;
using TalksBot.Chat.Posting;

namespace TalksBot.Mail.Pushing;

/// <summary>Posts plain text to one topic, and says what became of each. It never posts one twice by itself.</summary>
internal sealed class PushSender : IDisposable
{
    private static readonly Duration DefaultWait = Duration.FromSeconds(30);
    private static readonly KnownError Never = new(ErrorMeaning.Never, "the push server refuses this text", "Look into its own log for what it refuses.");

    private readonly ReceiverExchange _server = new("the push server");
    private readonly Uri _url;

    /// <summary>Takes validated options.</summary>
    public PushSender(PushOptions options)
    {
        _url = new Uri(options.Url);
        if (options.Token.Length > 0)
        {
            _server.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Token);
        }
    }

    /// <summary>Pushes a text.</summary>
    /// <param name="text">What the phone shows.</param>
    /// <param name="isUrgent">The phone rings for it though it is quiet.</param>
    /// <param name="token">Gives it up, so that nobody knows whether it arrived.</param>
    /// <returns>Null where the server took it.</returns>
    public Task<CallFailure?> SendAsync(string text, bool isUrgent, CancellationToken token)
    {
        // What people typed stands in the body alone: no header can be made of it.
        var request = new HttpRequestMessage(HttpMethod.Post, _url) { Content = new StringContent(text, Encoding.UTF8, "text/plain") };
        request.Headers.Add("Priority", isUrgent ? "urgent" : "default");
        return _server.AskAsync(request, Of, token);
    }

    /// <summary>Looks whether the server is there and takes the token, and pushes nothing: ntfy answers so for a topic, others as they like.</summary>
    /// <returns>Null where it is there.</returns>
    public async Task<CallFailure?> LookAsync(CancellationToken token)
    {
        var address = new Uri($"{_url.GetLeftPart(UriPartial.Path).TrimEnd('/')}/auth");
        return await _server.AskAsync(new HttpRequestMessage(HttpMethod.Get, address), Of, token) is { } failure and not (CallFailure.Refused or CallFailure.RateLimited) ? failure : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _server.Dispose();

    private static CallFailure Of(HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        return answer.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => new CallFailure.RateLimited(answer.Headers.RetryAfter?.Delta is { } wait ? Duration.FromTimeSpan(wait) : DefaultWait),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new CallFailure.CredentialsDead($"the push server does not accept the token ({status})"),
            HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.RequestEntityTooLarge => new CallFailure.Refused($"{status}", Never),
            _ => new CallFailure.Unreachable($"the push server answers {status}"),
        };
    }
}
