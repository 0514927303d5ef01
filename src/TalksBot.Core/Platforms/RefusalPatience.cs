using System.Collections.Concurrent;
using TalksBot.Core.Deliveries;

namespace TalksBot.Core.Platforms;

/// <summary>
/// Refusals that no table explains are no word that a post can never work, so it is tried again; but not for ever, since
/// the posts behind it wait. After that it is given up, which people are told of.
/// </summary>
public sealed class RefusalPatience
{
    /// <summary>How often a post may be refused without a known reason: about half a minute of trying.</summary>
    public const int Most = 8;

    private const string Mend = "Nobody here knows that answer; report it with the post's reference, and say it another way meanwhile.";

    private readonly ConcurrentDictionary<DeliveryKey, int> _refusals = [];

    /// <summary>A post was refused and nobody knows why.</summary>
    /// <param name="post">The post.</param>
    /// <param name="outcome">What to answer while it is tried.</param>
    /// <param name="why">What the platform says.</param>
    public PostOutcome Spend(DeliveryKey post, PostOutcome outcome, string why)
    {
        if (_refusals.AddOrUpdate(post, 1, (_, times) => times + 1) < Most)
        {
            return outcome;
        }

        Forget(post);
        return new PostOutcome.Rejected($"It was tried {Most} times. {why}", Mend);
    }

    /// <summary>It came to an end.</summary>
    public void Forget(DeliveryKey post) => _refusals.TryRemove(post, out _);
}
