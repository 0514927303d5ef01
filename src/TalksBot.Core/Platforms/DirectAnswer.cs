using TalksBot.Core.Channels;

namespace TalksBot.Core.Platforms;

/// <summary>The answer to "where can this person be written to alone?".</summary>
public abstract record DirectAnswer
{
    private DirectAnswer()
    {
    }

    /// <summary>There; whether they take messages from the bot, only the first one tells.</summary>
    public sealed record Opened(ChannelAddress Channel) : DirectAnswer;

    /// <summary>Nowhere, now.</summary>
    /// <param name="Why">What stands in the way, in a sentence.</param>
    public sealed record Closed(string Why) : DirectAnswer;
}
