namespace TalksBot.Simulators.Discord;

/// <summary>What can go wrong with one request.</summary>
public enum RestFaultKind
{
    /// <summary>The work is done, the answer never arrives.</summary>
    DropAfterCommit,

    /// <summary>The connection breaks and nothing was done.</summary>
    DropBeforeCommit,

    /// <summary>429 that no header announced: Remaining stays above zero.</summary>
    RateLimited,

    /// <summary>429 as a proxy's HTML page without rate-limit headers.</summary>
    HtmlTooMany,

    /// <summary>502 as HTML.</summary>
    BadGateway,

    /// <summary>403 with JSON code 40333, no rate-limit headers.</summary>
    CloudflareBlock,

    /// <summary>503 with JSON code 130000.</summary>
    Overloaded,

    /// <summary>403 with JSON code 50001, as for a bot that was invited without a scope.</summary>
    MissingAccess,

    /// <summary>403 with JSON code 50013.</summary>
    MissingPermissions,

    /// <summary>413 with JSON code 40005.</summary>
    TooLarge,

    /// <summary>400 with JSON code 50035.</summary>
    InvalidForm,

    /// <summary>The answer comes, but late.</summary>
    Delay,

    /// <summary>Any status, as JSON with <see cref="RestFault.Code"/> or as a proxy's page; nothing was done.</summary>
    Status,

    /// <summary>502 as HTML, though the work is done.</summary>
    BadGatewayAfterCommit,

    /// <summary>The connection stays open and nothing ever comes; nothing was done.</summary>
    Hang,

    /// <summary>The same, though the work is done.</summary>
    HangAfterCommit,

    /// <summary>Half of the answer comes, then the connection breaks; the work is done.</summary>
    CutBody,

    /// <summary>The answer comes byte by byte, <see cref="RestFault.Wait"/> between two of them.</summary>
    Trickle,
}
