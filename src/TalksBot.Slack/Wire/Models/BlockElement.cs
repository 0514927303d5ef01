using System.Text.Json.Serialization;

namespace TalksBot.Slack.Wire.Models;

/// <summary>Something inside a block to read, press, pick or fill in; limits in slack.md §10.</summary>
[JsonConverter(typeof(BlockElementConverter))]
public abstract record BlockElement
{
    private protected BlockElement()
    {
    }

    /// <summary>Slack's name for the kind of element.</summary>
    [JsonPropertyOrder(-1)]
    [JsonPropertyName("type")]
    public abstract string Type { get; }
}
