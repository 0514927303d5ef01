using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TalksBot.Testing.Discord.State;

namespace TalksBot.Testing.Discord.Gateway;

/// <summary>What a connection says and what it is told: every opcode and every close code. Protocol sheet §9.</summary>
internal sealed class GatewayDialogue(DiscordWorld world, GatewayServer server, GatewayConnection connection, DiscordStats stats)
{
    /// <summary>Null stands for a message over 4096 bytes.</summary>
    public void Hear(byte[]? bytes)
    {
        if (bytes is null || Parse(bytes) is not { } said)
        {
            connection.Close(4002);
            return;
        }

        if (!connection.WithinBudget(world.Now))
        {
            connection.Close(4008);
            return;
        }

        switch (Number(said["op"]))
        {
            case 1:
                HearBeat();
                break;
            case 2:
                Identify(said["d"] as JsonObject ?? []);
                break;
            case 6:
                Resume(said["d"] as JsonObject ?? []);
                break;
            case 3 or 4 or 8 or 31 or 43:
                if (connection.Session is null)
                {
                    connection.Close(4003);
                }

                break;
            default:
                connection.Close(4001);
                break;
        }
    }

    private void HearBeat()
    {
        if (!connection.HasBeaten)
        {
            stats.FirstHeartbeatAfter = world.Now - connection.HelloAt;
        }

        connection.Beat();
        stats.Heartbeats++;
        connection.Send(11, null);
    }

    private void Identify(JsonObject data)
    {
        if (connection.Session is not null)
        {
            connection.Close(4005);
            return;
        }

        if (Refusal(data) is { } code)
        {
            connection.Close(code);
            return;
        }

        if (server.Starts.Exhausted)
        {
            // The punishment for overrunning the day's starts: all sessions end and the token is reset.
            world.TokenLives = false;
            server.EndAll();
            connection.Close(4004);
            return;
        }

        if (!server.Starts.TryTake())
        {
            connection.Send(9, data: false);
            return;
        }

        stats.Identifies++;
        var session = new GatewaySession($"{Guid.NewGuid():N}", Number(data["intents"])!.Value, data["shard"]?.DeepClone().AsArray()) { Connection = connection };
        connection.Session = session;
        server.Add(session);
        Welcome(session);
    }

    /// <summary>The close code that an identify deserves; null when it is in order.</summary>
    private int? Refusal(JsonObject data)
    {
        var intents = Number(data["intents"]);
        var shard = data["shard"] as JsonArray;
        return data switch
        {
            _ when !TokenFits(data) => 4004,
            _ when data["properties"] is not JsonObject => 4002,
            _ when intents is null or < 0 || (intents & ~Intents.Known) is not 0 => 4013,
            _ when (intents & Intents.Privileged & ~world.Options.AllowedPrivilegedIntents) is not 0 => 4014,
            _ when shard is not null && (shard.Count is not 2 || !(Number(shard[0]) < Number(shard[1]))) => 4010,
            _ => null,
        };
    }

    private void Welcome(GatewaySession session)
    {
        var guilds = world.Guilds.Values.Where(guild => guild.Members.ContainsKey(world.Bot.Id) && session.Sees(guild.Id)).ToList();
        var ready = new JsonObject
        {
            ["v"] = 10,
            ["user_settings"] = new JsonObject(),
            ["user"] = world.Bot.ToSelfJson(),
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

        server.Deliver(session, "READY", ready);
        if ((session.Intents & Intents.Guilds) is 0)
        {
            return;
        }

        foreach (var guild in guilds)
        {
            server.Deliver(session, "GUILD_CREATE", guild.ToEventJson(world.Channels.Values));
        }
    }

    private void Resume(JsonObject data)
    {
        if (connection.Session is not null)
        {
            connection.Close(4005);
            return;
        }

        if (!TokenFits(data))
        {
            connection.Close(4004);
            return;
        }

        var number = long.TryParse(data["seq"]?.ToString(), CultureInfo.InvariantCulture, out var seq) ? seq : -1;
        if (server.Find(data["session_id"]?.ToString() ?? "") is not { } session || !session.Remembers(number))
        {
            connection.Send(9, data: false);
            return;
        }

        if (number < 0 || number > session.Number)
        {
            server.End(session);
            connection.Close(4007);
            return;
        }

        TakeOver(session, number);
    }

    private void TakeOver(GatewaySession session, long number)
    {
        stats.Resumes++;
        stats.ResumesAtWrongUrl += connection.ResumeUrl ? 0 : 1;
        session.Connection?.Abort();
        session.Connection = connection;
        connection.Session = session;
        foreach (var missed in session.After(number).ToList())
        {
            connection.Push(missed);
        }

        server.Deliver(session, "RESUMED", []);
    }

    private bool TokenFits(JsonObject data) => world.TokenLives && string.Equals(data["token"]?.ToString(), world.Token, StringComparison.Ordinal);

    private static int? Number(JsonNode? node) => int.TryParse(node?.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static JsonObject? Parse(byte[] bytes)
    {
        try
        {
            return JsonNode.Parse(bytes) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
