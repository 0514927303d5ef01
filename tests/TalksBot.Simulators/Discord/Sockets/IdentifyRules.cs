using System.Globalization;
using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Sockets;

/// <summary>What an identify must bring. Protocol sheet §9, close codes.</summary>
internal static class IdentifyRules
{
    private const string Prefix = "Bot ";

    /// <summary>The close code that an identify deserves; null when it is in order.</summary>
    public static int? Refusal(DiscordWorld world, JsonObject data)
    {
        var intents = Number(data["intents"]);
        var shard = data["shard"] as JsonArray;
        return data switch
        {
            _ when !TokenFits(world, data) => 4004,
            _ when data["properties"] is not JsonObject => 4002,
            _ when intents is null or < 0 || (intents & ~Intents.Known) is not 0 => 4013,
            _ when (intents & Intents.Privileged & ~world.Options.AllowedPrivilegedIntents) is not 0 => 4014,
            _ when shard is not null && (shard.Count is not 2 || !(Number(shard[0]) < Number(shard[1]))) => 4010,
            _ when (Number(shard?[1]) ?? 1) < world.Options.Shards => 4011,
            _ => null,
        };
    }

    /// <summary>With or without the prefix of the Authorization header: eris and oceanic send it here too, and Discord lets them in.</summary>
    public static bool TokenFits(DiscordWorld world, JsonObject data)
    {
        var sent = data["token"]?.ToString() ?? "";
        var bare = sent.StartsWith(Prefix, StringComparison.Ordinal) ? sent[Prefix.Length..] : sent;
        return world.TokenLives && string.Equals(bare, world.Token, StringComparison.Ordinal);
    }

    public static int? Number(JsonNode? node) =>
        int.TryParse(node?.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
