using System.Diagnostics;
using TalksBot.Core.Platforms;

namespace TalksBot.Features.Outbox;

/// <summary>A platform's answer in words, for receipts and alarms.</summary>
internal static class OutcomeWords
{
    /// <summary>As in "sent" or "unreachable: connection refused".</summary>
    public static string Of(PostOutcome outcome) => outcome switch
    {
        PostOutcome.Sent => "sent",
        PostOutcome.RateLimited => "asked to wait",
        PostOutcome.Unreachable it => $"unreachable: {it.Why}",
        PostOutcome.Ambiguous it => $"answer lost: {it.Why}",
        PostOutcome.ChannelGone it => $"channel gone: {it.Why}",
        PostOutcome.MessageGone it => $"message gone: {it.Why}",
        PostOutcome.NotAllowed it => $"not allowed: {it.Why}",
        PostOutcome.Rejected it => $"rejected: {it.Why}",
        PostOutcome.CredentialsDead it => $"credentials not accepted: {it.Why}",
        _ => throw new UnreachableException(),
    };
}
