namespace TalksBot.Simulators.Slack.Interactions;

/// <summary>One HTTP request to the app; without a signature it goes out unsigned.</summary>
internal sealed record SignedRequest(Uri Url, string Body, string ContentType)
{
    public string Stamp { get; init; } = "";

    public string? Signature { get; init; }

    /// <summary>How often it was sent before.</summary>
    public int Retry { get; init; }
}
