namespace TalksBot.Slack.Wire.Api;

/// <summary>Slack did it and said so.</summary>
public sealed record Answered<T>(T Value) : SlackAnswer<T>
{
    /// <summary>What Slack remarked, <c>already_in_channel</c>; empty normally.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
