namespace TalksBot.Simulators.Slack;

/// <summary>A fault waiting for a request to hit.</summary>
public sealed record WebFault(WebFaultKind Kind)
{
    /// <summary>The method it waits for, e.g. <c>chat.postMessage</c>, or <c>upload</c> or <c>response_url</c>; null for any.</summary>
    public string? Method { get; init; }

    public int Times { get; init; } = 1;

    /// <summary>How late, or how long to wait before trying again (whole seconds, rounded up).</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Of a 429: the Retry-After header as it stands there, however odd; empty for none, null for what the wait makes it.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>Of <see cref="WebFaultKind.Status"/>.</summary>
    public int Status { get; init; } = 500;

    /// <summary>The code in the body where the kind has one.</summary>
    public string Error { get; init; } = "internal_error";
}
