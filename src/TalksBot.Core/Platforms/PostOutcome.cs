namespace TalksBot.Core.Platforms;

/// <summary>What became of a request to a platform: the only language of failure between adapters and the outbox.</summary>
public abstract record PostOutcome
{
    private PostOutcome()
    {
    }

    /// <summary>It is visible under this id.</summary>
    public sealed record Sent(string MessageId) : PostOutcome;

    /// <summary>The platform asks to wait this long; nothing was posted.</summary>
    public sealed record RateLimited(Duration After) : PostOutcome;

    /// <summary>The platform could not be reached, or cannot do it now; nothing was posted.</summary>
    /// <param name="Why">What is known of it.</param>
    /// <param name="After">How long the platform asks to be left alone; null where it does not say.</param>
    public sealed record Unreachable(string Why, Duration? After = null) : PostOutcome;

    /// <summary>The request left but its answer was lost: the post may or may not be visible.</summary>
    /// <param name="Why">What is known of it.</param>
    /// <param name="After">How long the platform asks to be left alone; null where it does not say.</param>
    public sealed record Ambiguous(string Why, Duration? After = null) : PostOutcome;

    /// <summary>The channel does not exist any more.</summary>
    /// <param name="Why">What is gone.</param>
    /// <param name="Mend">What a person can do; null where the usual advice is right.</param>
    public sealed record ChannelGone(string Why, string? Mend = null) : PostOutcome;

    /// <summary>The message to be changed does not stand there any more.</summary>
    public sealed record MessageGone(string Why) : PostOutcome;

    /// <summary>The bot may not post there.</summary>
    /// <param name="Why">What is forbidden.</param>
    /// <param name="Mend">What a person must grant.</param>
    public sealed record NotAllowed(string Why, string Mend) : PostOutcome;

    /// <summary>The platform refuses this content; sending it again would be refused again.</summary>
    /// <param name="Why">What it says.</param>
    /// <param name="Mend">What a person can do; null where the usual advice is right.</param>
    public sealed record Rejected(string Why, string? Mend = null) : PostOutcome;

    /// <summary>The connection's credentials are not accepted any more.</summary>
    public sealed record CredentialsDead(string Why) : PostOutcome;
}
