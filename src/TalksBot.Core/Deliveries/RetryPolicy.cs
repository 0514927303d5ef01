using System.Diagnostics;
using TalksBot.Core.Platforms;

namespace TalksBot.Core.Deliveries;

/// <summary>Decides what follows an attempt. Pure; attempts are counted from 1.</summary>
public static class RetryPolicy
{
    /// <summary>The longest pause between two attempts at a post: that long after a platform is back, its channels know.</summary>
    public static readonly Duration LongestPause = Duration.FromSeconds(5);

    /// <summary>The longest pause that a platform in trouble may ask for: it may be back long before.</summary>
    public static readonly Duration LongestAskedPause = Duration.FromMinutes(1);

    /// <summary>So many times a platform that answers but takes nothing is tried each five seconds, ten minutes long; then once a minute.</summary>
    private const int TriesAtOnce = 120;

    /// <summary>The longest pause of a channel that takes nothing while others of its connection do, and of a connection that takes nothing for long.</summary>
    private static readonly Duration LongestOwnPause = Duration.FromMinutes(1);

    /// <summary>The pause where only a person can help, and between two attempts with credentials that are not accepted.</summary>
    public static readonly Duration PersonsPause = Duration.FromMinutes(2);

    /// <summary>The longest pause between two attempts to change a message, which nothing else waits for.</summary>
    public static readonly Duration LongestChangePause = Duration.FromMinutes(10);

    /// <summary>What to do after this outcome of this attempt.</summary>
    public static RetryDecision After(PostOutcome outcome, int attempt) => outcome switch
    {
        PostOutcome.Sent sent => new RetryDecision.Done(sent.MessageId),
        PostOutcome.RateLimited limited => new RetryDecision.Again(limited.After > Duration.Zero ? limited.After : Pause(attempt, LongestPause), PauseReason.AskedToWait),
        PostOutcome.Unreachable it => new RetryDecision.Again(Pause(attempt, LongestPause, it.After)),
        PostOutcome.Ambiguous it => new RetryDecision.Reconcile(Pause(attempt, LongestPause, it.After)),
        PostOutcome.ChannelGone gone => new RetryDecision.GiveUp(
            gone.Why, gone.Mend ?? "Follow the talks again from a channel that exists.", MuteFollow: true),
        PostOutcome.NotAllowed denied => new RetryDecision.GiveUp(denied.Why, denied.Mend, MuteFollow: true),
        PostOutcome.Rejected rejected => new RetryDecision.GiveUp(
            rejected.Why, rejected.Mend ?? "The post was refused for its content; report it with its reference.", MuteFollow: false),
        PostOutcome.MessageGone gone => new RetryDecision.GiveUp(
            gone.Why, "The post was refused; report it with its reference.", MuteFollow: false),
        PostOutcome.CredentialsDead dead => new RetryDecision.Hold(PersonsPause, dead.Why),
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// What to do after trying to change a message. A change harms nobody when it is made twice; it is tried as long as that can
    /// help, and a message that cannot be changed costs its channel nothing else.
    /// </summary>
    /// <param name="outcome">What the platform answered.</param>
    /// <param name="attempt">Which attempt that was.</param>
    /// <param name="reason">Why the message is changed.</param>
    /// <param name="overdue">How long ago the change was due.</param>
    public static RetryDecision AfterChange(PostOutcome outcome, int attempt, ChangeReason reason, Duration overdue) => outcome switch
    {
        PostOutcome.RateLimited or PostOutcome.Unreachable or PostOutcome.Ambiguous when overdue > reason.TriedFor() => new RetryDecision.Leave(
            $"{Words(outcome)} It was tried for {reason.TriedFor().TotalHours:0} h."),
        PostOutcome.Unreachable it => new RetryDecision.Again(Pause(attempt, LongestChangePause, it.After)),
        PostOutcome.Ambiguous it => new RetryDecision.Again(Pause(attempt, LongestChangePause, it.After)),
        PostOutcome.ChannelGone gone => new RetryDecision.Leave($"{gone.Why} {gone.Mend}".TrimEnd()),
        PostOutcome.MessageGone gone => new RetryDecision.Gone(gone.Why),
        PostOutcome.NotAllowed denied => new RetryDecision.Leave($"{denied.Why} {denied.Mend}"),
        PostOutcome.Rejected rejected => new RetryDecision.Leave($"{rejected.Why} {rejected.Mend}".TrimEnd()),
        _ => After(outcome, attempt),
    };

    /// <summary>What to do after looking for a post that may have arrived.</summary>
    public static RetryDecision After(Lookup lookup, int attempt) => lookup switch
    {
        Lookup.Found found => new RetryDecision.Done(found.MessageId),
        Lookup.Absent or Lookup.Unanswerable => new RetryDecision.Again(Duration.Zero),
        Lookup.Unknown unknown => new RetryDecision.Reconcile(unknown.Mend is null ? Pause(attempt, LongestPause) : Pause(attempt, PersonsPause), unknown.Why, unknown.Mend),
        _ => throw new UnreachableException(),
    };

    /// <summary>What to do after looking for a post that was taken back meanwhile: it is struck where it stands, and never sent.</summary>
    public static RetryDecision AfterTakenBack(Lookup lookup, int attempt) => lookup switch
    {
        Lookup.Absent => new RetryDecision.Withdraw(),
        Lookup.Unanswerable doubt => new RetryDecision.GiveUp(
            $"It was taken back, and may stand there: an answer got lost. {doubt.Why}", $"Look there, and delete it by hand. {doubt.Mend}", MuteFollow: false),
        _ => After(lookup, attempt),
    };

    /// <summary>What to do after sending again what was looked for and was not there: a platform that shows late what it took would have it twice, so the receipt says so.</summary>
    public static RetryDecision AfterAbsent(PostOutcome outcome, int attempt) => After(outcome, attempt) switch
    {
        RetryDecision.Done done => new RetryDecision.DoneAgain(done.MessageId),
        var decision => decision,
    };

    /// <summary>What to do after sending again what could not be looked for: until something is known to be visible, the doubt stays.</summary>
    public static RetryDecision After(PostOutcome outcome, int attempt, Lookup.Unanswerable doubt) => After(outcome, attempt) switch
    {
        RetryDecision.Done done => new RetryDecision.DonePerhapsTwice(done.MessageId, doubt.Why, doubt.Mend),
        RetryDecision.Again again => new RetryDecision.Reconcile(again.After),
        var decision => decision,
    };

    /// <summary>The pause between two questions whether a platform is there.</summary>
    /// <param name="asked">How often it was asked.</param>
    /// <param name="wait">How long it asked to be left alone; null where it did not.</param>
    public static Duration PauseOfProbe(int asked, Duration? wait) => Pause(asked, LongestPause, wait);

    /// <summary>The pause of a connection that answers when it is asked, but takes nothing.</summary>
    /// <param name="tries">How often something was sent to find out.</param>
    public static Duration PauseOfAll(int tries) => tries <= TriesAtOnce ? Pause(tries, LongestPause) : LongestOwnPause;

    /// <summary>The pause of a channel that takes nothing while others of its connection do.</summary>
    /// <param name="tries">How often something was sent to find out.</param>
    public static Duration PauseOfOne(int tries) => Pause(tries, LongestOwnPause);

    /// <summary>What the platform asks for, where that is longer than ours would be.</summary>
    private static Duration Pause(int attempt, Duration longest, Duration? asked) =>
        Duration.Max(Pause(attempt, longest), Duration.Min(asked ?? Duration.Zero, LongestAskedPause));

    /// <summary>1 s, 2 s, 4 s … up to the longest.</summary>
    private static Duration Pause(int attempt, Duration longest) =>
        Duration.Min(longest, Duration.FromSeconds(1 << Math.Clamp(attempt - 1, 0, 10)));

    private static string Words(PostOutcome outcome) => outcome switch
    {
        PostOutcome.Unreachable it => it.Why,
        PostOutcome.Ambiguous it => it.Why,
        _ => "The platform kept asking to wait.",
    };
}

/// <summary>What to do with a delivery after an attempt.</summary>
public abstract record RetryDecision
{
    private RetryDecision()
    {
    }

    /// <summary>It is visible: write the receipt.</summary>
    public sealed record Done(string MessageId) : RetryDecision;

    /// <summary>It is visible, after an attempt whose answer was lost and of which nothing was found.</summary>
    public sealed record DoneAgain(string MessageId) : RetryDecision;

    /// <summary>It is visible, and an earlier attempt that could not be looked for may be visible as well: own up to it in the receipt.</summary>
    /// <param name="MessageId">The message that is known.</param>
    /// <param name="Why">Why the earlier attempt could not be looked for.</param>
    /// <param name="Mend">What a person must do so that the next one can.</param>
    public sealed record DonePerhapsTwice(string MessageId, string Why, string Mend) : RetryDecision;

    /// <summary>Nothing was posted: try again after this long.</summary>
    /// <param name="After">The pause.</param>
    /// <param name="Reason">What stands in the way.</param>
    public sealed record Again(Duration After, PauseReason Reason = PauseReason.Unreachable) : RetryDecision;

    /// <summary>It may be visible: look for it after this long, before anything else.</summary>
    /// <param name="After">The pause.</param>
    /// <param name="Why">Why it could not be looked for this time; null when it was not.</param>
    /// <param name="Mend">What a person must do before looking can help; null where time alone may help.</param>
    public sealed record Reconcile(Duration After, string? Why = null, string? Mend = null) : RetryDecision;

    /// <summary>The connection cannot work until somebody mends it: keep everything, tell the desk, try after this long.</summary>
    public sealed record Hold(Duration After, string Why) : RetryDecision;

    /// <summary>A message cannot be changed and stays as it is: the desk must know.</summary>
    /// <param name="Why">What stands in the way.</param>
    public sealed record Leave(string Why) : RetryDecision;

    /// <summary>The message to be changed was taken down, so nothing stands there any more.</summary>
    /// <param name="Why">What the platform says.</param>
    public sealed record Gone(string Why) : RetryDecision;

    /// <summary>It was taken back, and nobody has seen it: it is not sent.</summary>
    public sealed record Withdraw : RetryDecision;

    /// <summary>It will never be posted.</summary>
    /// <param name="Why">What is wrong.</param>
    /// <param name="Mend">What a person must do.</param>
    /// <param name="MuteFollow">The whole channel is affected, not only this post.</param>
    public sealed record GiveUp(string Why, string Mend, bool MuteFollow) : RetryDecision;
}
