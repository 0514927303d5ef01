using System.Collections.Concurrent;
using TalksBot.Core.Platforms;

namespace TalksBot.Discord.Posting;

/// <summary>Remembers which posts this process began and which of them may be visible without our knowing.</summary>
internal sealed class Attempts(IClock clock)
{
    /// <summary>So long after the first attempt Discord surely knows its nonce; it says only "a few minutes" (discord.md §3.1).</summary>
    public static readonly Duration NonceWindow = Duration.FromMinutes(2);

    private static readonly Duration SweepEvery = Duration.FromMinutes(1);

    private readonly ConcurrentDictionary<DeliveryKey, Attempt> _attempts = [];
    private Instant _swept = Instant.MinValue;

    /// <summary>What is known of a post; null for one that this process never sent, or that surely did not arrive.</summary>
    public Attempt? Of(DeliveryKey key) => _attempts.GetValueOrDefault(key);

    /// <summary>True while sending the same key again cannot make a second message.</summary>
    public bool IsRecent(Attempt attempt) => clock.GetCurrentInstant() - attempt.FirstAt < NonceWindow;

    /// <summary>A post is about to be sent.</summary>
    public void Begin(DeliveryKey key)
    {
        Sweep();
        _attempts.TryAdd(key, new Attempt(clock.GetCurrentInstant(), MessageId: null));
    }

    /// <summary>The post is visible.</summary>
    public void Confirm(DeliveryKey key, string messageId) =>
        _attempts[key] = new Attempt(Of(key)?.FirstAt ?? clock.GetCurrentInstant(), messageId);

    /// <summary>The post is surely not visible.</summary>
    public void Forget(DeliveryKey key) => _attempts.TryRemove(key, out _);

    /// <summary>
    /// Takes note of an answer. Where an earlier attempt may be visible, "not now" is no answer to whether it is: the doubt
    /// stays, or the post would later be sent without its nonce being known any more.
    /// </summary>
    /// <param name="key">The post.</param>
    /// <param name="outcome">What Discord answered.</param>
    /// <param name="wasInDoubt">An earlier attempt had no answer.</param>
    public PostOutcome Settle(DeliveryKey key, PostOutcome outcome, bool wasInDoubt)
    {
        switch (outcome)
        {
            case PostOutcome.Sent sent:
                Confirm(key, sent.MessageId);
                return outcome;
            case PostOutcome.Unreachable it when wasInDoubt:
                return new PostOutcome.Ambiguous(it.Why);
            case PostOutcome.RateLimited when wasInDoubt:
                return new PostOutcome.Ambiguous("Discord asks to wait, and an earlier attempt may be visible.");
            case PostOutcome.Ambiguous:
                return outcome;
            default:
                Forget(key);
                return outcome;
        }
    }

    private void Sweep()
    {
        var now = clock.GetCurrentInstant();
        if (now - _swept < SweepEvery)
        {
            return;
        }

        _swept = now;
        foreach (var (key, attempt) in _attempts)
        {
            if (attempt.MessageId is not null && !IsRecent(attempt))
            {
                Forget(key);
            }
        }
    }
}

/// <summary>A post that this process sent.</summary>
/// <param name="FirstAt">When it was first sent.</param>
/// <param name="MessageId">The message it became; null while no answer came.</param>
internal sealed record Attempt(Instant FirstAt, string? MessageId);
