using System.Text.Json.Serialization;

namespace TalksBot.Slack.Wire.Models;

/// <summary>A part of a message (50 at most) or of a view (100 at most); limits in slack.md §10.</summary>
[JsonConverter(typeof(BlockConverter))]
public abstract record Block
{
    private protected Block()
    {
    }

    /// <summary>Slack's name for the kind of block.</summary>
    [JsonPropertyOrder(-1)]
    [JsonPropertyName("type")]
    public abstract string Type { get; }

    /// <summary>At most 255 characters, unique within the message; Slack makes one up where it is null.</summary>
    public string? BlockId { get; init; }
}
