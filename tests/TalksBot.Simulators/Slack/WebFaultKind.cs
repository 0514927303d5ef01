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
}
