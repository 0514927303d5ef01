using System.Diagnostics;
using System.Text.Json.Serialization;

namespace TalksBot.Discord.Wire;

/// <summary>A credential that shows itself only to whoever asks for it by name.</summary>
[DebuggerDisplay("(hidden)")]
[JsonConverter(typeof(SecretConverter))]
public sealed class Secret(string value)
{
    /// <summary>The credential itself: put it on the wire, never in a log or a message.</summary>
    public string Reveal() => value;

    /// <summary>Never the credential.</summary>
    public override string ToString() => "(hidden)";
}
