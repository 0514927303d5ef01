using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using TalksBot.Core.Platforms;

namespace TalksBot.Webhook;

/// <summary>Sends events to one receiver, signed, and says what became of each. It never sends one twice by itself.</summary>
internal sealed class WebhookSender : IDisposable
{
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(15);
    private static readonly Duration DefaultWait = Duration.FromSeconds(5);
    private static readonly Duration LongestWait = Duration.FromHours(1);

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        // A redirect could carry embargoed words to an address that nobody configured.
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    })
    {
        Timeout = AnswerWithin,
    };

    private readonly Uri _url;
    private readonly byte[] _key;
    private readonly IClock _clock;

    /// <summary>Takes validated options.</summary>
    public WebhookSender(WebhookOptions options, IClock clock)
    {
        _url = new Uri(options.Url);
        _key = WebhookSignature.TryReadKey(options.Secret, out var key) ? key : throw new ArgumentException("The secret was not validated.", nameof(options));
        _clock = clock;
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("TalksBot", "1"));
    }

    /// <summary>Sends an event.</summary>
    /// <param name="id">Its id: a receiver that has seen it before takes it as done.</param>
    /// <param name="content">The event.</param>
    /// <param name="messageId">What <see cref="PostOutcome.Sent"/> then carries.</param>
    /// <param name="token">Gives it up, so that nobody knows whether it arrived.</param>
    public async Task<PostOutcome> SendAsync(string id, WebhookEvent content, string messageId, CancellationToken token)
    {
        var body = content.ToJson();
        var second = _clock.GetCurrentInstant().ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, _url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", second.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(_key, id, second, body));
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
            return answer.IsSuccessStatusCode ? new PostOutcome.Sent(messageId) : Of(answer);
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            return new PostOutcome.Unreachable($"the receiver cannot be reached ({fault.HttpRequestError})");
        }
        catch (HttpRequestException fault)
        {
            return new PostOutcome.Ambiguous($"the connection to the receiver broke ({fault.HttpRequestError})");
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return new PostOutcome.Ambiguous($"the receiver did not answer within {AnswerWithin.TotalSeconds:0} seconds");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <summary>Only what can never work is given up: a receiver in the middle of a deployment answers 404 too.</summary>
    private PostOutcome Of(HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        return answer.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => new PostOutcome.RateLimited(Wait(answer)),
            HttpStatusCode.Gone => new PostOutcome.ChannelGone("the receiver says 410 Gone: it takes no more events for this channel"),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new PostOutcome.CredentialsDead($"the receiver does not accept the signature ({status}); give both sides the same Secret"),
            HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity => new PostOutcome.Rejected($"the receiver refuses this event ({status})"),
            _ => new PostOutcome.Unreachable($"the receiver answers {status}", answer.Headers.RetryAfter is null ? null : Wait(answer)),
        };
    }

    private Duration Wait(HttpResponseMessage answer)
    {
        var named = answer.Headers.RetryAfter switch
        {
            { Delta: { } delta } => Duration.FromTimeSpan(delta),
            { Date: { } date } => Instant.FromDateTimeOffset(date) - _clock.GetCurrentInstant(),
            _ => DefaultWait,
        };
        return Duration.Max(Duration.FromSeconds(1), Duration.Min(LongestWait, named));
    }
}
