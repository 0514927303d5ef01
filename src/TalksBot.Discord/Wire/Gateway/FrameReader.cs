using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TalksBot.Discord.Wire.Gateway;

/// <summary>Reads frames and their data; what cannot be read is null, not an exception.</summary>
internal static class FrameReader
{
    public static GatewayFrame? Read(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("op", out _)
                ? root.Deserialize(WireJson.Default.GatewayFrame)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static T? Data<T>(GatewayFrame frame, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return frame.D.ValueKind == JsonValueKind.Object ? frame.D.Deserialize(type) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
