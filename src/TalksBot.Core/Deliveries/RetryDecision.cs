namespace TalksBot.Core.Deliveries;

/// <summary>What to do with a delivery after an attempt.</summary>
public abstract record RetryDecision
{
    private RetryDecision()
    {
    }

    /// <summary>It is visible: write the receipt.</summary>
    public sealed record Done(string MessageId) : RetryDecision;

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
