namespace TalksBot.Simulators.Discord;

/// <summary>A fault waiting for a request to hit.</summary>
public sealed record RestFault(RestFaultKind Kind)
{
    /// <summary>The OpenAPI operation id it waits for, e.g. <c>create_message</c>; null for any.</summary>
    public string? Operation { get; init; }

    public int Times { get; init; } = 1;

    /// <summary>How late, or how long to wait before trying again.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Of a 429: user, shared or global.</summary>
    public string Scope { get; init; } = "user";

    /// <summary>Of a 429: the Retry-After header as it stands there, however odd; empty for none, null for what the wait makes it.</summary>
    public string? RetryAfterHeader { get; init; }

    /// <summary>Of a 429: <c>retry_after</c> of the body as JSON, however odd (<c>-1</c>, <c>"soon"</c>, <c>1e9</c>); empty for none, null for what the wait makes it.</summary>
    public string? RetryAfterBody { get; init; }

    /// <summary>Of <see cref="RestFaultKind.Status"/>.</summary>
    public int Status { get; init; } = 500;

    /// <summary>Of <see cref="RestFaultKind.Status"/>: the JSON error code.</summary>
    public int Code { get; init; }

    /// <summary>Of <see cref="RestFaultKind.Status"/>: a page instead of JSON.</summary>
    public bool Html { get; init; }
}
