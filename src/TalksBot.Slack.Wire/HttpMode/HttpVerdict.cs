using TalksBot.Slack.Wire.Envelopes;

namespace TalksBot.Slack.Wire.HttpMode;

/// <summary>What a request is: <see cref="Genuine"/>, <see cref="ChallengeAsked"/>, <see cref="SslProbe"/> or <see cref="Rejected"/>.</summary>
public abstract record HttpVerdict
{
    private protected HttpVerdict()
    {
    }
}

/// <summary>Slack wants to see the challenge again, when the address is entered in the app's settings.</summary>
public sealed record ChallengeAsked(string Challenge) : HttpVerdict;

/// <summary>Slack sent it, now and once: answer within three seconds.</summary>
public sealed record Genuine(Incoming Content) : HttpVerdict;

/// <summary>Not to be acted upon.</summary>
public sealed record Rejected(RejectionReason Reason) : HttpVerdict;

/// <summary>Why a request is not to be acted upon.</summary>
public enum RejectionReason
{
    /// <summary>A header is missing, or the time is none.</summary>
    NotSigned,

    /// <summary>Signed more than five minutes before or after now, or before this run began to listen.</summary>
    Stale,

    /// <summary>Not signed with this secret, or changed since.</summary>
    Forged,

    /// <summary>Came before.</summary>
    Replayed,

    /// <summary>Signed, but neither a form nor JSON this client knows.</summary>
    Unreadable,
}

/// <summary>Slack looks whether the certificate is good; it wants a 200 and nothing else (slack.md §7).</summary>
public sealed record SslProbe : HttpVerdict;

/// <summary>What to answer over HTTP; anything but 200 tells Slack that the transport failed (slack.md §7).</summary>
public sealed record HttpReply(int Status, string ContentType, string Body)
{
    /// <summary>The answer to a verdict; the payload counts only for something genuine.</summary>
    public static HttpReply Of(HttpVerdict verdict, AckPayload? payload) => verdict switch
    {
        Genuine when payload is not null => new(200, "application/json", payload.Json.GetRawText()),
        ChallengeAsked asked => Plain(200, asked.Challenge),
        Rejected { Reason: RejectionReason.Unreadable } => Plain(400, ""),
        Rejected => Plain(401, ""),
        _ => Plain(200, ""),
    };

    private static HttpReply Plain(int status, string body) => new(status, "text/plain", body);
}
