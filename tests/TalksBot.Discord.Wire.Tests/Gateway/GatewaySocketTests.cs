using System.Net.WebSockets;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using TalksBot.Discord.Wire.Gateway;
using TalksBot.Wire;

namespace TalksBot.Discord.Wire.Tests.Gateway;

/// <summary>The websocket itself, over loopback.</summary>
public sealed class GatewaySocketTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Puts_a_message_together_that_came_in_parts()
    {
        await using var gateway = await LoopbackGateway.StartAsync(
            async server =>
            {
                await SayAsync(server, "{\"op\"", last: false);
                await SayAsync(server, ":11}", last: true);
                await ListenAsync(server);
            },
            Token);
        using var socket = await ConnectAsync(gateway);

        var message = await socket.ReceiveAsync();

        Encoding.UTF8.GetString(message.Text!.Value.Span).ShouldBe("{\"op\":11}");
    }

    [Fact]
    public async Task Tells_the_code_it_was_closed_with()
    {
        await using var gateway = await LoopbackGateway.StartAsync(
            server => server.CloseOutputAsync((WebSocketCloseStatus)4004, "no", Token), Token);
        using var socket = await ConnectAsync(gateway);

        var message = await socket.ReceiveAsync();

        message.ShouldBe(SocketMessage.Ended(4004));
    }

    [Fact]
    public async Task Tells_of_no_code_when_the_connection_was_cut()
    {
        await using var gateway = await LoopbackGateway.StartAsync(
            async server =>
            {
                await ListenAsync(server);
                server.Abort();
            },
            Token);
        using var socket = await ConnectAsync(gateway);
        await socket.SendAsync("{}"u8.ToArray(), Token);

        var message = await socket.ReceiveAsync();

        message.ShouldBe(SocketMessage.Ended(null));
    }

    [Fact]
    public async Task Closes_with_a_code_while_it_still_listens()
    {
        var heard = new TaskCompletionSource<int?>();
        await using var gateway = await LoopbackGateway.StartAsync(
            async server => heard.SetResult(await ListenAsync(server)), Token);
        using var socket = await ConnectAsync(gateway);
        var listening = socket.ReceiveAsync();

        await socket.CloseAsync(4000);

        (await heard.Task).ShouldBe(4000);
        socket.Dispose();
        (await listening).Text.ShouldBeNull();
    }

    [Fact]
    public async Task Survives_being_used_after_the_end()
    {
        await using var gateway = await LoopbackGateway.StartAsync(ListenAsync, Token);
        var socket = await ConnectAsync(gateway);
        await socket.SendAsync("{}"u8.ToArray(), Token);
        await socket.ReceiveAsync();
        await socket.CloseAsync(4000);
        socket.Dispose();

        (await socket.SendAsync("{}"u8.ToArray(), Token)).ShouldBeFalse();
        (await socket.ReceiveAsync()).Text.ShouldBeNull();
        await socket.CloseAsync(4000);
    }

    [Fact]
    public async Task Does_not_connect_where_nobody_listens()
    {
        using var socket = new FrameSocket();

        (await socket.ConnectAsync(new("ws://127.0.0.1:1/"), Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task Holds_a_whole_session_over_a_real_socket()
    {
        await using var gateway = await LoopbackGateway.StartAsync(GreetAsync, Token);
        var discord = new FakeDiscord(_ => FakeGateway.Bot(url: gateway.Address.ToString()));
        using var rest = discord.Rest();
        var client = new DiscordGateway(
            rest, FakeDiscord.Options, TimeProvider.System, NullLogger<DiscordGateway>.Instance);

        var events = new List<GatewayEvent>();
        await foreach (var happened in client.ListenAsync(Token))
        {
            events.Add(happened);
        }

        events[0].ShouldBeOfType<GatewayReady>();
        events[1].ShouldBeOfType<GatewayStopped>().CloseCode.ShouldBe(4014);
    }

    private static async Task GreetAsync(WebSocket server)
    {
        await SayAsync(server, """{"op":10,"d":{"heartbeat_interval":45000}}""", last: true);
        await server.ReceiveAsync(new byte[4096], Token);
        await SayAsync(
            server, """{"op":0,"s":1,"t":"READY","d":{"user":{"id":"9","username":"b"},"session_id":"s"}}""", last: true);
        await server.CloseOutputAsync((WebSocketCloseStatus)4014, null, Token);
        await ListenAsync(server);
    }

    private static async Task<FrameSocket> ConnectAsync(LoopbackGateway gateway)
    {
        var socket = new FrameSocket();
        (await socket.ConnectAsync(gateway.Address, Token)).ShouldBeTrue();
        return socket;
    }

    private static Task SayAsync(WebSocket server, string text, bool last) =>
        server.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, last, Token);

    private static async Task<int?> ListenAsync(WebSocket server)
    {
        try
        {
            var message = await server.ReceiveAsync(new byte[4096], Token);
            return (int?)message.CloseStatus;
        }
        catch (WebSocketException)
        {
            return null;
        }
    }
}
