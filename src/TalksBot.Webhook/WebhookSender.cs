using System.Globalization;
using System.Net;
using TalksBot.Chat.Posting;

namespace TalksBot.Webhook;

/// <summary>Sends events to one receiver, signed, and says what became of each. It never sends one twice by itself.</summary>
/// <param name="options">Validated options.</param>
/// <param name="clock">The clock of the signatures.</param>
internal sealed class WebhookSender(WebhookOptions options, IClock clock) : IDisposable
{
    private static readonly Duration DefaultWait = Duration.FromSeconds(5);
    private static readonly Duration LongestWait = Duration.FromHours(1);

    private static readonly KnownError ChannelGone =
        new(ErrorMeaning.ChannelGone, "the receiver says 410 Gone: it takes no more events for this channel", "Have the receiver take this channel, or take the follow away.");

    private static readonly KnownError Never = new(ErrorMeaning.Never, "the receiver refuses this event", "Look into the receiver's own log for what it refuses.");

    private readonly ReceiverExchange _receiver = new("the receiver");
    private readonly Uri _url = new(options.Url);

    private readonly byte[] _key = WebhookSignature.TryReadKey(options.Secret, out var key) ? key : throw new ArgumentException("The secret was not validated.", nameof(options));

    /// <summary>Sends an event.</summary>
    /// <param name="id">Its id: a receiver that has seen it before takes it as done.</param>
    /// <param name="content">The event.</param>
    /// <param name="token">Gives it up, so that nobody knows whether it arrived.</param>
    /// <returns>Null where the receiver took it.</returns>
    public Task<CallFailure?> SendAsync(string id, WebhookEvent content, CancellationToken token)
    {
        var body = content.ToJson();
        var second = clock.GetCurrentInstant().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, _url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", second.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(_key, id, second, body));
        return _receiver.AskAsync(request, Of, token);
    }

    /// <inheritdoc/>
    public void Dispose() => _receiver.Dispose();

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
            { Date: { } date } => Instant.FromDateTimeOffset(date) - clock.GetCurrentInstant(),
            _ => DefaultWait,
        };
        return Duration.Max(Duration.FromSeconds(1), Duration.Min(LongestWait, named));
    }
}
