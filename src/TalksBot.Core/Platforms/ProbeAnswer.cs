namespace TalksBot.Core.Platforms;

/// <summary>What a connection makes of the question whether it is there.</summary>
public abstract record ProbeAnswer
{
    private ProbeAnswer()
    {
    }

    /// <summary>The platform is there and accepts the connection's credentials.</summary>
    public sealed record Answers : ProbeAnswer;

    /// <summary>Nobody is there, or nobody who can be made out as the platform.</summary>
    /// <param name="Why">What came instead of an answer.</param>
    public sealed record Silent(string Why) : ProbeAnswer
    {
        /// <summary>How long the platform asked to be left alone; null where it did not.</summary>
        public Duration? After { get; init; }
    }

    /// <summary>The platform is there and does not accept the connection's credentials.</summary>
    /// <param name="Why">What it says of them.</param>
    public sealed record CredentialsDead(string Why) : ProbeAnswer;
}
