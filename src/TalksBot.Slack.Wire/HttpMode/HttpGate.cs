using System.Globalization;
using TalksBot.Slack.Wire.Envelopes;

namespace TalksBot.Slack.Wire.HttpMode;

/// <summary>Tells Slack's requests from others and reads them; whoever serves HTTP hosts it (slack.md §8).</summary>
public sealed class HttpGate
{
    private const long WindowSeconds = 5 * 60;

    private readonly SeenSignatures _seen = new();
    private readonly Secret _signingSecret;
    private readonly TimeProvider _time;

    /// <summary>Throws on an empty secret, with which anybody could sign.</summary>
    public HttpGate(Secret signingSecret, TimeProvider time)
    {
        if (string.IsNullOrWhiteSpace(signingSecret.Reveal()))
        {
            throw new ArgumentException(
                "The signing secret is empty: copy it from the app's page at Slack.", nameof(signingSecret));
        }

        (_signingSecret, _time) = (signingSecret, time);
    }

    /// <summary>
    /// The second, in Unix time, in which this run began to listen; what was signed before may have been answered by an earlier run, which
    /// took its memory of signatures with it. The beginning of time where there was none.
    /// </summary>
    public long ListensSince { get; init; } = long.MinValue;

    /// <summary>Judges one request; a body of more than some megabytes should not come this far.</summary>
    public HttpVerdict Read(SignedRequest request)
    {
        var isJson = request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true;
        var form = isJson ? null : FormBody.Read(request.Body.Span);

        // The probe needs no signature: all it gets is a 200.
        if (form?.GetValueOrDefault("ssl_check") == "1")
        {
            return new SslProbe();
        }

        if (Objection(request) is { } reason)
        {
            return new Rejected(reason);
        }

        return form is null ? FromJson(request.Body) : FromForm(form);
    }

    private RejectionReason? Objection(SignedRequest request)
    {
        if (request.Signature is null
            || !long.TryParse(request.Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var timestamp))
        {
            return RejectionReason.NotSigned;
        }

        var now = _time.GetUtcNow().ToUnixTimeSeconds();
        if (timestamp < now - WindowSeconds || timestamp > now + WindowSeconds || timestamp < ListensSince)
        {
            return RejectionReason.Stale;
        }

        var expected = RequestSignature.Of(_signingSecret, timestamp, request.Body.Span);
        if (!RequestSignature.Matches(expected, request.Signature))
        {
            return RejectionReason.Forged;
        }

        return _seen.IsNew(expected, timestamp + WindowSeconds, now) ? null : RejectionReason.Replayed;
    }

    private static HttpVerdict FromJson(ReadOnlyMemory<byte> body)
    {
        if (Json.TryParse(body) is not { ValueKind: System.Text.Json.JsonValueKind.Object } payload)
        {
            return new Rejected(RejectionReason.Unreadable);
        }

        return Json.Text(payload, "type") == "url_verification" && Json.Text(payload, "challenge") is { } challenge
            ? new ChallengeAsked(challenge)
            : new Genuine(IncomingReader.Event(payload));
    }

    private static HttpVerdict FromForm(IReadOnlyDictionary<string, string> form)
    {
        if (form.GetValueOrDefault("payload") is { } interaction)
        {
            return Json.TryParse(System.Text.Encoding.UTF8.GetBytes(interaction))
                is { ValueKind: System.Text.Json.JsonValueKind.Object } payload
                    ? new Genuine(IncomingReader.Interaction(payload))
                    : new Rejected(RejectionReason.Unreadable);
        }

        return form.ContainsKey("command")
            ? new Genuine(IncomingReader.Command(FormBody.ToJson(form)))
            : new Rejected(RejectionReason.Unreadable);
    }
}
