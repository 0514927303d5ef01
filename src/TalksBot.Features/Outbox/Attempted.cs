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
    /// <summary>Until when the channel asks for patience; null when it does not.</summary>
    public Instant? ReopensAt => Decision switch
    {
        RetryDecision.Again again => At + again.After,
        RetryDecision.Reconcile reconcile => At + reconcile.After,
        _ => null,
    };

    /// <summary>Until when the whole connection cannot post; null when it can.</summary>
    public Instant? ConnectionBackAt => Decision is RetryDecision.Hold hold ? At + hold.After : null;
}
