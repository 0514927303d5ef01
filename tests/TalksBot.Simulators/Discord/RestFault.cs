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
}
