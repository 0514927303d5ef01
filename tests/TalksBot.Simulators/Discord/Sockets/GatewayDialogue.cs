using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Sockets;

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

        switch (IdentifyRules.Number(said["op"]))
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
            case 8 when connection.Session is { } session:
                new MemberRequest(world, server).Answer(session, said["d"] as JsonObject ?? []);
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
        if (!server.Ambush.Springs(GatewayMoment.Heartbeat, connection))
        {
            connection.Send(11, null);
        }
    }

    private void Identify(JsonObject data)
    {
        if (connection.Session is not null)
        {
            connection.Close(4005);
            return;
        }

        if (IdentifyRules.Refusal(world, data) is { } code)
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
        var session = new GatewaySession($"{Guid.NewGuid():N}", IdentifyRules.Number(data["intents"])!.Value, data["shard"]?.DeepClone().AsArray()) { Connection = connection };
        connection.Session = session;
        server.Add(session);
        if (server.Ambush.Springs(GatewayMoment.Identify, connection))
        {
            return;
        }

        new GatewayWelcome(world, server).Send(session);
        server.Ambush.Springs(GatewayMoment.Ready, connection);
    }

    private void Resume(JsonObject data)
    {
        if (connection.Session is not null)
        {
            connection.Close(4005);
            return;
        }

        if (!IdentifyRules.TokenFits(world, data))
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

        if (!server.Ambush.Springs(GatewayMoment.Resume, connection))
        {
            TakeOver(session, number);
        }
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

        server.Delivery.Deliver(session, "RESUMED", []);
    }

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
