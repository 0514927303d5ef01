using System.Diagnostics;
using System.Text.Json.Serialization;

namespace TalksBot.Slack.Wire;

/// <summary>A credential, or an address that works like one, that shows itself only to whoever asks for it by name.</summary>
[DebuggerDisplay("(hidden)")]
[JsonConverter(typeof(SecretConverter))]
public sealed class Secret(string value)
{
    /// <summary>The credential itself: put it on the wire, never in a log or a message.</summary>
    public string Reveal() => value;

    /// <summary>Never the credential.</summary>
    public override string ToString() => "(hidden)";
}
