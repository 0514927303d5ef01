namespace TalksBot.Slack.Wire.Models;

/// <summary>What a message of the app's own becomes (slack.md §3): texts above 4000 characters are refused here.</summary>
public sealed record PostEdit
{
    public required string Channel { get; init; }

    /// <summary>Which message.</summary>
    public required string Ts { get; init; }

    public string? Text { get; init; }

    /// <summary>Replaces all; an empty list removes them.</summary>
    public IReadOnlyList<Block>? Blocks { get; init; }

    /// <summary>Null keeps what is there.</summary>
    public MessageMetadata? Metadata { get; init; }

    /// <summary>Slack's own default is <c>client</c> here, which would turn names into mentions.</summary>
    public string Parse { get; init; } = "none";
}
