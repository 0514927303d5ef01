namespace TalksBot.Terminal;

/// <summary>What the transcript answers.</summary>
internal abstract record TranscriptAnswer
{
    private TranscriptAnswer()
    {
    }

    /// <summary>The message stands in it.</summary>
    public sealed record Known(TranscriptEntry Entry) : TranscriptAnswer;

    /// <summary>The message does not stand in it.</summary>
    public sealed record Unknown : TranscriptAnswer;

    /// <summary>The file cannot be used.</summary>
    public sealed record Broken(string Why) : TranscriptAnswer;
}
