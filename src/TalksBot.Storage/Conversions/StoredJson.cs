using System.Text.Encodings.Web;
using System.Text.Json;

namespace TalksBot.Storage.Conversions;

/// <summary>How JSON is written into columns.</summary>
internal static class StoredJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new InstantJson() },
    };
}
