using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using TalksBot.Chat.Posting;

namespace TalksBot.Webhook;

/// <summary>Sends events to one receiver, signed, and says what became of each. It never sends one twice by itself.</summary>
internal sealed class WebhookSender : IDisposable
{
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(15);
    private static readonly Duration DefaultWait = Duration.FromSeconds(5);
    private static readonly Duration LongestWait = Duration.FromHours(1);

    private static readonly KnownError ChannelGone =
        new(ErrorMeaning.ChannelGone, "the receiver says 410 Gone: it takes no more events for this channel", "Have the receiver take this channel, or take the follow away.");

    private static readonly KnownError Never = new(ErrorMeaning.Never, "the receiver refuses this event", "Look into the receiver's own log for what it refuses.");

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        // A redirect could carry embargoed words to an address that nobody configured.
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,

        // Traces are for whoever runs the bot, and the receiver's address may be a credential.
        ActivityHeadersPropagator = null,
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
    /// <param name="token">Gives it up, so that nobody knows whether it arrived.</param>
    /// <returns>Null where the receiver took it.</returns>
    public async Task<CallFailure?> SendAsync(string id, WebhookEvent content, CancellationToken token)
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
            return answer.IsSuccessStatusCode ? null : Of(answer);
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            return new CallFailure.Unreachable($"the receiver cannot be reached ({fault.HttpRequestError})");
        }
        catch (HttpRequestException fault)
        {
            return new CallFailure.Ambiguous($"the connection to the receiver broke ({fault.HttpRequestError})", After: null);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return new CallFailure.Ambiguous($"the receiver did not answer within {AnswerWithin.TotalSeconds:0} seconds", After: null);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <summary>Only what can never work is given up: a receiver in the middle of a deployment answers 404 too.</summary>
    private CallFailure Of(HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        return answer.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => new CallFailure.RateLimited(Wait(answer)),
            HttpStatusCode.Gone => new CallFailure.Refused($"{status}", ChannelGone),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new CallFailure.CredentialsDead($"the receiver does not accept the signature ({status}); give both sides the same Secret"),
            HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity => new CallFailure.Refused($"{status}", Never),
            _ => new CallFailure.Unreachable($"the receiver answers {status}", answer.Headers.RetryAfter is null ? null : Wait(answer)),
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
