namespace TalksBot.Slack.Wire.Api;

/// <summary>Slack did it and said so.</summary>
public sealed record Answered<T>(T Value) : SlackAnswer<T>
{
    /// <summary>What Slack remarked, <c>already_in_channel</c>; empty normally.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What the token may do, from the header <c>x-oauth-scopes</c> (slack.md §1); null when Slack did not say.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }
}
