using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Sockets;

/// <summary>READY, then the guilds for those who asked for them. Protocol sheet §9, handshake.</summary>
internal sealed class GatewayWelcome(DiscordWorld world, GatewayServer server)
{
    public void Send(GatewaySession session)
    {
        var guilds = world.Guilds.Values.Where(guild => guild.Members.ContainsKey(world.Bot.Id) && session.Sees(guild.Id)).ToList();
        var ready = new JsonObject
        {
            ["v"] = 10,
            ["user_settings"] = new JsonObject(),
            ["user"] = world.Bot.ToSelfJson(),
            ["private_channels"] = new JsonArray(),
            ["relationships"] = new JsonArray(),
            ["presences"] = new JsonArray(),
            ["guild_join_requests"] = new JsonArray(),
            ["geo_ordered_rtc_regions"] = new JsonArray(),
            ["guilds"] = Iso.List(guilds.Select(guild => new JsonObject { ["id"] = $"{guild.Id}", ["unavailable"] = true })),
            ["session_id"] = session.Id,
            ["session_type"] = "normal",
            ["resume_gateway_url"] = server.ResumeUrl,
            ["application"] = new JsonObject { ["id"] = $"{world.ApplicationId}", ["flags"] = 0 },
        };
        if (session.Shard is not null)
        {
            ready["shard"] = session.Shard.DeepClone();
        }

        server.Delivery.Deliver(session, "READY", ready);
        if ((session.Intents & Intents.Guilds) is 0)
        {
            return;
        }

        foreach (var guild in guilds)
        {
            server.Delivery.Deliver(session, "GUILD_CREATE", guild.ToEventJson(world.Channels.Values));
        }
    }
}
