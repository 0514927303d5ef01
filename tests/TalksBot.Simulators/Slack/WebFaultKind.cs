namespace TalksBot.Simulators.Slack;

/// <summary>What can go wrong with one request. slack.md §14, lines 1, 10 and 16.</summary>
public enum WebFaultKind
{
    /// <summary>The work is done, the answer never arrives.</summary>
    DropAfterCommit,

    /// <summary>The connection breaks and nothing was done.</summary>
    DropBeforeCommit,

    /// <summary>The work is done, yet the answer says <c>internal_error</c>, or <see cref="WebFault.Error"/>.</summary>
    ErrorAfterCommit,

    /// <summary>Nothing is done; the answer says <c>internal_error</c>, or <see cref="WebFault.Error"/>.</summary>
    ErrorBeforeCommit,

    /// <summary>503 without a body; nothing is done.</summary>
    Unavailable,

    /// <summary>502 as HTML; nothing is done.</summary>
    HtmlPage,

    /// <summary>200 with an HTML page where JSON is due; nothing is done.</summary>
    HtmlAsSuccess,

    /// <summary>429 with Retry-After although the pace was kept.</summary>
    RateLimited,

    /// <summary>The answer comes, but late.</summary>
    Delay,

    /// <summary>Any status with an HTML page; nothing is done.</summary>
    Status,

    /// <summary>502 as HTML, though the work is done.</summary>
    HtmlAfterCommit,

    /// <summary>The connection stays open and nothing ever comes; nothing is done.</summary>
    Hang,

    /// <summary>The same, though the work is done.</summary>
    HangAfterCommit,

    /// <summary>Half of the answer comes, then the connection breaks; the work is done.</summary>
    CutBody,

    /// <summary>The answer comes byte by byte, <see cref="WebFault.Wait"/> between two of them.</summary>
    Trickle,
}
