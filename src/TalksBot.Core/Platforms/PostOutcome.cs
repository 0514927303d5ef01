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

    /// <summary>The platform could not be reached; nothing was posted.</summary>
    public sealed record Unreachable(string Why) : PostOutcome;

    /// <summary>The request left but its answer was lost: the post may or may not be visible.</summary>
    public sealed record Ambiguous(string Why) : PostOutcome;

    /// <summary>The channel does not exist any more.</summary>
    public sealed record ChannelGone(string Why) : PostOutcome;

    /// <summary>The message to be changed does not stand there any more.</summary>
    public sealed record MessageGone(string Why) : PostOutcome;

    /// <summary>The bot may not post there.</summary>
    /// <param name="Why">What is forbidden.</param>
    /// <param name="Mend">What a person must grant.</param>
    public sealed record NotAllowed(string Why, string Mend) : PostOutcome;

    /// <summary>The platform refuses this content; sending it again would be refused again.</summary>
    public sealed record Rejected(string Why) : PostOutcome;

    /// <summary>The connection's credentials are not accepted any more.</summary>
    public sealed record CredentialsDead(string Why) : PostOutcome;
}
