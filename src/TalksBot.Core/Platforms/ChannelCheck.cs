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

/// <summary>The answer to "did that post arrive?".</summary>
public abstract record Lookup
{
    private Lookup()
    {
    }

    /// <summary>It is visible under this id.</summary>
    public sealed record Found(string MessageId) : Lookup;

    /// <summary>It is certainly not there.</summary>
    public sealed record Absent : Lookup;

    /// <summary>The platform could not be asked; try again later.</summary>
    /// <param name="Why">What stands in the way.</param>
    /// <param name="Mend">What a person must do before asking again can help; null where time alone may help.</param>
    public sealed record Unknown(string Why, string? Mend = null) : Lookup;

    /// <summary>
    /// The platform will not say until a person changes something, and the post is rather shown twice than not at all: it is sent
    /// again, and the receipt owns up to it.
    /// </summary>
    /// <param name="Why">What stands in the way.</param>
    /// <param name="Mend">What a person must do so that it can be looked for the next time.</param>
    public sealed record Unanswerable(string Why, string Mend) : Lookup;
}

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

/// <summary>What a platform makes of a mention that somebody typed.</summary>
public abstract record MentionReading
{
    private MentionReading()
    {
    }

    /// <summary>It notifies somebody, or is plain words where the platform notifies nobody.</summary>
    /// <param name="Mention">The mention as <see cref="Posts.Post.Mention"/> takes it.</param>
    public sealed record Understood(string Mention) : MentionReading;

    /// <summary>It would notify nobody.</summary>
    /// <param name="Why">A sentence for the person who typed it: what is wrong and what to write.</param>
    public sealed record Refused(string Why) : MentionReading;
}
