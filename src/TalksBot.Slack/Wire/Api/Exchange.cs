namespace TalksBot.Slack.Wire.Api;

/// <summary>What one attempt brought: a status with its body (null if the body was lost), or the failure of having none.</summary>
internal sealed record Exchange(int Status, byte[]? Body, SlackFailure? Failure = null)
{
    /// <summary>The header's <c>Retry-After</c>.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What the token may do, as a header says; null when it says nothing.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>From the first byte of the request to the answer, null without one.</summary>
    public TimeSpan? Trip { get; init; }

    /// <summary>Something left this machine that Slack may count.</summary>
    public bool Sent => Failure is null or Ambiguous;
}
