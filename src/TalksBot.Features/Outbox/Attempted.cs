using TalksBot.Core.Deliveries;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Outbox;

/// <summary>What became of a delivery that was in a sender's hands.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Decision">What to do with it; null when it was handed back untouched.</param>
/// <param name="Outcome">The platform's answer in words, for the receipt.</param>
/// <param name="Shown">The post as it was shown.</param>
/// <param name="At">When the platform answered.</param>
internal sealed record Attempted(long Id, RetryDecision? Decision, string Outcome, Post Shown, Instant At)
{
    /// <summary>Its words stand alone, and its picture is still to follow.</summary>
    public bool AwaitsPicture { get; init; }
}
