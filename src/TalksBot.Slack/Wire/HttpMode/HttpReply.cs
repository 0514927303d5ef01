using TalksBot.Slack.Wire.Envelopes;

namespace TalksBot.Slack.Wire.HttpMode;

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
