using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Envelopes;
using TalksBot.Slack.Wire.SocketMode;
using TalksBot.Wire;

namespace TalksBot.Slack.Wire.Tests.SocketMode;

/// <summary>The websocket itself, over loopback.</summary>
public sealed class SocketLoopbackTests
{
    private static readonly TimeSpan _long = TimeSpan.FromMinutes(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Puts_a_large_message_together_that_came_in_many_parts()
    {
        var text = $$"""{"text":"{{new string('x', 200_000)}}"}""";
        await using var slack = await LoopbackSlack.StartAsync(async server =>
        {
            foreach (var part in text.Chunk(30_000))
            {
                await SayAsync(server, new string(part), last: false);
            }

            await SayAsync(server, "", last: true);
            await ListenAsync(server);
        });
        using var socket = await ConnectAsync(slack, _long);

        var message = (await socket.ReceiveAsync()).Text;

        Encoding.UTF8.GetString(message!.Value.Span).ShouldBe(text);
    }

    [Fact]
    public async Task Tells_when_the_connection_was_cut()
    {
        await using var slack = await LoopbackSlack.StartAsync(async server =>
        {
            await ListenAsync(server);
            server.Abort();
        });
        using var socket = await ConnectAsync(slack, _long);
        await socket.SendAsync("{}"u8.ToArray(), Token);

        (await socket.ReceiveAsync()).Text.ShouldBeNull();
    }

    [Fact]
    public async Task Gives_up_a_server_that_answers_no_pings()
    {
        var over = new TaskCompletionSource();

        // A server that does not read answers no pings either.
        await using var slack = await LoopbackSlack.StartAsync(_ => over.Task);
        using var socket = await ConnectAsync(slack, TimeSpan.FromMilliseconds(200));
        var started = TimeProvider.System.GetTimestamp();

        var message = (await socket.ReceiveAsync()).Text;
        over.SetResult();

        message.ShouldBeNull();
        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Survives_being_used_after_the_end()
    {
        await using var slack = await LoopbackSlack.StartAsync(ListenAsync);
        var socket = await ConnectAsync(slack, _long);
        await socket.SendAsync("{}"u8.ToArray(), Token);
        await socket.ReceiveAsync();
        await socket.CloseAsync(SocketMessage.NormalClosure);
        socket.Dispose();

        (await socket.SendAsync("{}"u8.ToArray(), Token)).ShouldBeFalse();
        (await socket.ReceiveAsync()).Text.ShouldBeNull();
        await socket.CloseAsync(SocketMessage.NormalClosure);
    }

    [Fact]
    public async Task Does_not_connect_where_nobody_listens()
    {
        using var socket = new FrameSocket(_long, _long);

        (await socket.ConnectAsync(new("ws://127.0.0.1:1/"), Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task Answers_a_large_press_over_a_real_socket()
    {
        var acknowledged = new TaskCompletionSource<string>();
        await using var slack = await LoopbackSlack.StartAsync(
            async server =>
            {
                await SayAsync(server, """{"type":"hello","num_connections":1}""", last: true);
                await SayAsync(server, Press(80_000), last: true);
                acknowledged.TrySetResult(await ListenAsync(server));
                await SayAsync(server, """{"type":"disconnect","reason":"link_disabled"}""", last: true);
                await ListenAsync(server);
            },
            (server, context) => context.Response.WriteAsync($$"""{"ok":true,"url":"{{server.Socket}}"}""", Token));
        using var http = SlackApi.NewHttpClient();
        using var api = new SlackApi(
            http, FakeSlack.Options with { ApiUrl = slack.Api }, TimeProvider.System, NullLogger<SlackApi>.Instance);
        var client = new SlackSocket(api, new() { Connections = 1 }, TimeProvider.System, NullLogger<SlackSocket>.Instance);
        var heard = new TaskCompletionSource<Incoming>();

        var stopped = await client.RunAsync(
            (envelope, token) =>
            {
                heard.SetResult(envelope.Content);
                return envelope.Ack.SendAsync(null, token);
            },
            Token);

        stopped.ShouldBe(new LinkDisabled());
        (await heard.Task).ShouldBeOfType<BlockActions>().Message!.Text!.Length.ShouldBe(80_000);
        (await acknowledged.Task).ShouldBe("""{"envelope_id":"e1"}""");
    }

    private static string Press(int length) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["envelope_id"] = "e1",
        ["type"] = "interactive",
        ["accepts_response_payload"] = false,
        ["payload"] = new Dictionary<string, object>
        {
            ["type"] = "block_actions",
            ["user"] = new Dictionary<string, string> { ["id"] = "U1" },
            ["message"] = new Dictionary<string, string> { ["ts"] = "1.2", ["text"] = new('x', length) },
            ["actions"] = new[] { new Dictionary<string, string> { ["type"] = "button", ["action_id"] = "a" } },
        },
    });

    private static async Task<FrameSocket> ConnectAsync(LoopbackSlack slack, TimeSpan ping)
    {
        var socket = new FrameSocket(ping, ping);
        (await socket.ConnectAsync(slack.Socket, Token)).ShouldBeTrue();
        return socket;
    }

    private static Task SayAsync(WebSocket server, string text, bool last) =>
        server.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, last, Token);

    private static async Task<string> ListenAsync(WebSocket server)
    {
        var buffer = new byte[4096];
        try
        {
            var message = await server.ReceiveAsync(buffer, Token);
            return Encoding.UTF8.GetString(buffer, 0, message.Count);
        }
        catch (WebSocketException)
        {
            return "";
        }
    }
}
