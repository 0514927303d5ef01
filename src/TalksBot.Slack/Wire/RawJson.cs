using System.Text.Json;
using System.Text.Json.Serialization;

namespace TalksBot.Slack.Wire;

/// <summary>JSON kept as it came, which may hold response addresses and tokens and so does not show itself.</summary>
[JsonConverter(typeof(RawJsonConverter))]
public sealed class RawJson(JsonElement element)
{
    /// <summary>What came, still as JSON.</summary>
    public JsonElement Element { get; } = element;

    /// <summary>Never the content.</summary>
    public override string ToString() => "(json)";
}
