namespace TalksBot.Core.Feeds;

/// <summary>A news feed as it was read, whatever format it came in.</summary>
/// <param name="Title">What it calls itself, as plain text; empty where it says nothing.</param>
/// <param name="Items">What it tells, in its own order; each once.</param>
public sealed record Feed(string Title, IReadOnlyList<FeedItem> Items)
{
    /// <summary>For how long it asks to be left alone between two looks; null where it says nothing.</summary>
    public Duration? Rest { get; init; }
}

/// <summary>One item of a feed, in plain text.</summary>
/// <param name="Id">Its own mark, as it came; null where it has none.</param>
/// <param name="Title">Its title, on one line; empty where it has none.</param>
/// <param name="Link">Its page; null where it names none on the web.</param>
/// <param name="At">When it was published or, where that is not said, changed last; null where neither can be read.</param>
/// <param name="Text">What it says, with its lines; empty where it says nothing.</param>
public sealed record FeedItem(string? Id, string Title, Uri? Link, Instant? At, string Text)
{
    /// <summary>The whole of it, where it gives that beside a summary; else empty.</summary>
    public string Whole { get; init; } = "";
}

/// <summary>What came of reading a feed.</summary>
public abstract record FeedReading
{
    private FeedReading()
    {
    }

    /// <summary>It was read.</summary>
    public sealed record Understood(Feed Feed) : FeedReading;

    /// <summary>It is no feed.</summary>
    /// <param name="Sentence">Why, for people.</param>
    public sealed record Refused(string Sentence) : FeedReading
    {
        /// <summary>The feeds that a web page names instead of being one.</summary>
        public IReadOnlyList<Uri> Instead { get; init; } = [];
    }
}
