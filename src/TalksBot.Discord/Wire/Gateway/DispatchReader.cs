namespace TalksBot.Discord.Wire.Gateway;

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
