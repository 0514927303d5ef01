namespace TalksBot.Features.Fetching;

/// <summary>What is to be read from the web.</summary>
/// <param name="Address">Where it is.</param>
internal sealed record WebAsk(Uri Address)
{
    /// <summary>The kinds of answer that can be read, best first, as <c>Accept</c> says it.</summary>
    public string Accept { get; init; } = "*/*";

    /// <summary>The answer's <c>ETag</c> of the last time, as it came; null for none.</summary>
    public string? ETag { get; init; }

    /// <summary>The answer's <c>Last-Modified</c> of the last time, as it came; null for none.</summary>
    public string? LastModified { get; init; }

    /// <summary>The most bytes that are taken, unpacked.</summary>
    public int MostBytes { get; init; } = 5 * 1024 * 1024;

    /// <summary>The longest that all of it may take, redirects and the wait for the host's turn included.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromSeconds(20);
}

/// <summary>What came of reading from the web.</summary>
internal abstract record WebReading
{
    private WebReading()
    {
    }

    /// <summary>The host answered, with whatever status.</summary>
    /// <param name="Status">Such as 200 or 404; never a redirect that was followed.</param>
    /// <param name="Body">The answer, unpacked; empty unless the status is a success with a body.</param>
    /// <param name="Headers">What it says of itself.</param>
    public sealed record Answer(int Status, byte[] Body, WebHeaders Headers) : WebReading
    {
        /// <summary>The address that answered at last.</summary>
        public required Uri Address { get; init; }

        /// <summary>Where it has moved for good, to be asked from now on; null where it has not.</summary>
        public Uri? MovedTo { get; init; }
    }

    /// <summary>It was not asked, or no answer could be had whole.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="Sentence">Why, for people; it names the host and nothing more of the address.</param>
    public sealed record Refusal(WebFault Fault, string Sentence) : WebReading;
}

/// <summary>The headers of an answer that say how it is to be kept, as they came; null where they are missing.</summary>
internal sealed record WebHeaders
{
    public string? ContentType { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    public string? CacheControl { get; init; }

    public string? Expires { get; init; }

    public string? Date { get; init; }

    public string? RetryAfter { get; init; }
}

/// <summary>Why nothing was read.</summary>
internal enum WebFault
{
    /// <summary>It is no address that is ever asked.</summary>
    Forbidden,

    /// <summary>Nobody answers there now.</summary>
    Unreachable,

    /// <summary>It took too long.</summary>
    TooSlow,

    /// <summary>It is too large.</summary>
    TooLarge,

    /// <summary>It sends from one address to the next without end, or to one that is never asked.</summary>
    Astray,

    /// <summary>The answer broke off, or is packed in a way that nobody can unpack.</summary>
    Broken,
}
