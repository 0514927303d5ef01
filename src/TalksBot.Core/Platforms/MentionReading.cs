namespace TalksBot.Core.Platforms;

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
