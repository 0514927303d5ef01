using System.Diagnostics;
using TalksBot.Core.Platforms;

namespace TalksBot.Core.Deliveries;

/// <summary>Decides what follows an attempt. Pure; attempts are counted from 1.</summary>
public static class RetryPolicy
{
    /// <summary>The longest pause between two attempts: how stale a mended platform may find us.</summary>
    public static readonly Duration LongestPause = Duration.FromMinutes(2);

    /// <summary>What to do after this outcome of this attempt.</summary>
    public static RetryDecision After(PostOutcome outcome, int attempt) => outcome switch
    {
        PostOutcome.Sent sent => new RetryDecision.Done(sent.MessageId),
        PostOutcome.RateLimited limited => new RetryDecision.Again(limited.After),
        PostOutcome.Unreachable => new RetryDecision.Again(Pause(attempt)),
        PostOutcome.Ambiguous => new RetryDecision.Reconcile(Pause(attempt)),
        PostOutcome.ChannelGone gone => new RetryDecision.GiveUp(
            gone.Why, "Follow the talks again from a channel that exists.", MuteFollow: true),
        PostOutcome.NotAllowed denied => new RetryDecision.GiveUp(denied.Why, denied.Mend, MuteFollow: true),
        PostOutcome.Rejected rejected => new RetryDecision.GiveUp(
            rejected.Why, "The post was refused for its content; report it with its reference.", MuteFollow: false),
        PostOutcome.CredentialsDead dead => new RetryDecision.Hold(LongestPause, dead.Why),
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// What to do after trying to change a message. A change harms nobody when it is made twice, and a message that cannot be
    /// changed costs its channel nothing else.
    /// </summary>
    public static RetryDecision AfterChange(PostOutcome outcome, int attempt) => outcome switch
    {
        PostOutcome.Ambiguous => new RetryDecision.Again(Pause(attempt)),
        PostOutcome.ChannelGone gone => new RetryDecision.Leave(gone.Why),
        PostOutcome.NotAllowed denied => new RetryDecision.Leave($"{denied.Why} {denied.Mend}"),
        PostOutcome.Rejected rejected => new RetryDecision.Leave(rejected.Why),
        _ => After(outcome, attempt),
    };

    /// <summary>What to do after looking for a post that may have arrived.</summary>
    public static RetryDecision After(Lookup lookup, int attempt) => lookup switch
    {
        Lookup.Found found => new RetryDecision.Done(found.MessageId),
        Lookup.Absent or Lookup.Unanswerable => new RetryDecision.Again(Duration.Zero),
        Lookup.Unknown unknown => new RetryDecision.Reconcile(Pause(attempt), unknown.Why, unknown.Mend),
        _ => throw new UnreachableException(),
    };

    /// <summary>What to do after sending again what could not be looked for: until something is known to be visible, the doubt stays.</summary>
    public static RetryDecision After(PostOutcome outcome, int attempt, Lookup.Unanswerable doubt) => After(outcome, attempt) switch
    {
        RetryDecision.Done done => new RetryDecision.DonePerhapsTwice(done.MessageId, doubt.Why, doubt.Mend),
        RetryDecision.Again again => new RetryDecision.Reconcile(again.After),
        var decision => decision,
    };

    /// <summary>1 s, 2 s, 4 s … up to <see cref="LongestPause"/>.</summary>
    private static Duration Pause(int attempt) =>
        Duration.Min(LongestPause, Duration.FromSeconds(1 << Math.Clamp(attempt - 1, 0, 10)));
}
