using System.Globalization;
using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Sockets;

/// <summary>Answers opcode 8, the request for a guild's members: all of them, some by the beginning of their names, or some by id.</summary>
internal sealed class MemberRequest(DiscordWorld world, GatewayServer server)
{
    private const int MostInAChunk = 1000;
    private const int MostByNameOrId = 100;

    /// <summary>Silent about a guild the bot is not in, and about the whole list to who did not ask for that intent.</summary>
    public void Answer(GatewaySession session, JsonObject asked)
    {
        if (!ulong.TryParse(asked["guild_id"]?.ToString(), CultureInfo.InvariantCulture, out var id)
            || world.Guilds.GetValueOrDefault(id) is not { } guild || !guild.Members.ContainsKey(world.Bot.Id))
        {
            return;
        }

        if (asked["user_ids"] is { } ids)
        {
            var wanted = (ids as JsonArray ?? [ids.DeepClone()]).Select(one => one!.ToString()).Take(MostByNameOrId).ToHashSet(StringComparer.Ordinal);
            var found = guild.Members.Values.Where(member => wanted.Remove($"{member.User.Id}")).ToList();
            Send(session, guild, found, asked, [.. wanted.Select(one => (JsonNode)one)]);
            return;
        }

        var (query, limit) = (asked["query"]?.ToString() ?? "", IdentifyRules.Number(asked["limit"]) ?? 0);
        var everyone = query.Length is 0 && limit is 0;
        if (!everyone || (session.Intents & Intents.GuildMembers) is not 0)
        {
            var most = everyone ? int.MaxValue : Math.Clamp(limit, 1, MostByNameOrId);
            Send(session, guild, [.. guild.Members.Values.Where(member => member.User.Name.StartsWith(query, StringComparison.OrdinalIgnoreCase)).Take(most)], asked, notFound: null);
        }
    }

    private void Send(GatewaySession session, DiscordGuild guild, List<DiscordMember> members, JsonObject asked, JsonArray? notFound)
    {
        List<DiscordMember[]> chunks = members.Count is 0 ? [[]] : [.. members.Chunk(MostInAChunk)];
        foreach (var (index, chunk) in chunks.Index())
        {
            var json = new JsonObject
            {
                ["guild_id"] = $"{guild.Id}",
                ["members"] = Iso.List(chunk.Select(member => member.ToJson())),
                ["chunk_index"] = index,
                ["chunk_count"] = chunks.Count,
            };
            if (notFound is { Count: > 0 })
            {
                json["not_found"] = notFound.DeepClone();
            }

            if (asked["nonce"] is { } nonce)
            {
                json["nonce"] = nonce.DeepClone();
            }

            server.Delivery.Deliver(session, "GUILD_MEMBERS_CHUNK", json);
        }
    }
}
