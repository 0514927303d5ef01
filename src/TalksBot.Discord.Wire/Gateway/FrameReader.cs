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

/// <summary>Turns dispatches into events; null for one that cannot be read.</summary>
internal static class DispatchReader
{
    public static GatewayEvent? Read(int shard, GatewayFrame frame) => frame.T switch
    {
        null => null,
        "RESUMED" => new GatewayResumed(shard),
        "READY" => Ready(shard, frame),
        "INTERACTION_CREATE" => FrameReader.Data(frame, WireJson.Default.Interaction) is { Token: not null } interaction
            ? new InteractionCreated(shard, interaction)
            : null,
        _ => new RawDispatch(shard, frame.T, frame.D),
    };

    private static GatewayReady? Ready(int shard, GatewayFrame frame) =>
        FrameReader.Data(frame, WireJson.Default.ReadyData) is { User: not null } ready
            ? new(shard, ready.User, [.. (ready.Guilds ?? []).Select(guild => guild.Id)])
            : null;
}
