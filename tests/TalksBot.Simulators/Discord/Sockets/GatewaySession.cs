using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.Sockets;

/// <summary>A bot's session: it outlives its connections and remembers what was sent, for a replay.</summary>
internal sealed class GatewaySession(string id, int intents, JsonArray? shard)
{
    private const int MostRemembered = 2000;

    private readonly List<(long Number, string Payload)> _sent = [];

    public string Id => id;

    public int Intents => intents;

    public JsonArray? Shard => shard;

    public long Number { get; private set; }

    public GatewayConnection? Connection { get; set; }

    public DateTimeOffset DroppedAt { get; set; }

    public string Next(string name, JsonObject data)
    {
        Number++;
        var payload = new JsonObject { ["t"] = name, ["s"] = Number, ["op"] = 0, ["d"] = data }.ToJsonString();
        _sent.Add((Number, payload));
        if (_sent.Count > MostRemembered)
        {
            _sent.RemoveAt(0);
        }

        return payload;
    }

    public bool Remembers(long number) => number >= Number || (_sent.Count > 0 && _sent[0].Number <= number + 1);

    public IEnumerable<string> After(long number) => _sent.Where(one => one.Number > number).Select(one => one.Payload);

    public bool Sees(ulong guildId) =>
        shard is null || guildId is 0 ? shard is null || (int)shard[0]! is 0 : (guildId >> 22) % (ulong)(int)shard[1]! == (ulong)(int)shard[0]!;
}
