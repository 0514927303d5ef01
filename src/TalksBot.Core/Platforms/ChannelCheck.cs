namespace TalksBot.Core.Platforms;

/// <summary>Whether a channel can be posted to.</summary>
public abstract record ChannelCheck
{
    private ChannelCheck()
    {
    }

    /// <summary>A post would succeed.</summary>
    public sealed record Ready : ChannelCheck
    {
        /// <summary>What is wrong although posts succeed, such as that a lost one could not be looked for; null when nothing is.</summary>
        public Faulty? Caution { get; init; }
    }

    /// <summary>A post would fail.</summary>
    /// <param name="Why">What is wrong.</param>
    /// <param name="Mend">What a person must do.</param>
    public sealed record Faulty(string Why, string Mend) : ChannelCheck;
}
