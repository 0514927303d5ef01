using TalksBot.Discord.Wire.Gateway;

namespace TalksBot.Discord.Tests.Wire;

public sealed class GatewayHandshakeTests : IAsyncDisposable
{
    private readonly FakeGateway _gateway = new();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Identifies_with_the_fewest_intents_once_greeted()
    {
        _gateway.Start();
        var socket = await _gateway.SocketAsync(0);
        socket.Sent.ShouldBeEmpty();

        socket.Hello();
        await _gateway.UntilAsync(() => socket.SentWith(2).Any());

        socket.Address.ShouldBe(new Uri("wss://gateway.example/?v=10&encoding=json"));
        var identify = socket.SentWith(2).ShouldHaveSingleItem().GetProperty("d");
        identify.GetProperty("token").GetString().ShouldBe(FakeDiscord.BotToken);
        identify.GetProperty("intents").GetInt32().ShouldBe(0);
        identify.TryGetProperty("shard", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Tells_when_it_is_ready()
    {
        await _gateway.BeLiveAsync();

        var ready = _gateway.Events.OfType<GatewayReady>().ShouldHaveSingleItem();
        ready.User.Username.ShouldBe("bot");
        ready.Guilds.ShouldBe([new(2)]);
    }

    [Fact]
    public async Task Beats_within_the_first_interval_with_an_explicit_null()
    {
        _gateway.Start();
        var socket = await _gateway.SocketAsync(0);

        socket.Hello(10_000);
        await _gateway.UntilAsync(() => socket.SentWith(2).Any());
        _gateway.Time.Advance(TimeSpan.FromSeconds(10));
        await _gateway.UntilAsync(() => socket.SentWith(1).Any());

        socket.SentWith(1).First().ToString().ShouldBe("""{"d":null,"op":1}""");
    }

    [Fact]
    public async Task Beats_with_the_last_number_heard()
    {
        var socket = await _gateway.BeLiveAsync();
        socket.Say("""{"op":0,"s":42,"t":"GUILD_CREATE","d":{"id":"2"}}""");
        await _gateway.UntilAsync(() => _gateway.Events.OfType<RawDispatch>().Any());

        await _gateway.UntilAsync(() => socket.SentWith(1).Any(), TimeSpan.FromSeconds(1));

        socket.SentWith(1).First().GetProperty("d").GetInt64().ShouldBe(42);
    }

    [Fact]
    public async Task Beats_at_once_when_asked()
    {
        var socket = await _gateway.BeLiveAsync();

        socket.Say("""{"op":1,"d":null}""");
        await _gateway.UntilAsync(() => socket.SentWith(1).Any());

        socket.SentWith(1).ShouldHaveSingleItem().GetProperty("d").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task Never_sends_so_many_beats_that_it_would_be_thrown_out()
    {
        var socket = await _gateway.BeLiveAsync();

        for (var n = 0; n < 200; n++)
        {
            socket.Say("""{"op":1,"d":null}""");
        }

        socket.Say("""{"op":0,"s":2,"t":"GUILD_CREATE","d":{"id":"2"}}""");
        await _gateway.UntilAsync(() => _gateway.Events.OfType<RawDispatch>().Any());

        socket.Sent.Count.ShouldBe(110);
    }

    [Fact]
    public async Task Tries_again_when_nobody_says_hello()
    {
        _gateway.Start();
        var silent = await _gateway.SocketAsync(0);

        var next = await _gateway.SocketAsync(1);

        silent.ClosedWith.ShouldBe(4000);
        next.Address!.Host.ShouldBe("gateway.example");
    }

    [Fact]
    public async Task Waits_longer_after_each_connection_that_fails()
    {
        _gateway.Prepare = socket => socket.Reachable = false;
        _gateway.Start();

        await _gateway.SocketAsync(5);

        // At least half of 1, 2, 4 and 8 seconds before the second to fifth repetition.
        (_gateway.Time.GetUtcNow() - _gateway.Time.Start).ShouldBeGreaterThan(TimeSpan.FromSeconds(7.5));
    }

    [Fact]
    public async Task Refuses_to_show_the_token_to_an_unsafe_gateway()
    {
        _gateway.GatewayBot = _ => FakeGateway.Bot(url: "ws://gateway.example");
        _gateway.Start();

        await _gateway.UntilAsync(() => _gateway.GatewayAsked > 1, TimeSpan.FromMilliseconds(100));

        _gateway.Sockets.ShouldBeEmpty();
    }

    [Fact]
    public async Task Stops_when_the_token_is_dead_before_it_could_connect()
    {
        _gateway.GatewayBot = _ => FakeDiscord.Json(401, """{"message":"401: Unauthorized","code":0}""");
        _gateway.Start();

        await _gateway.UntilAsync(() => _gateway.Stopped);

        _gateway.Events.ShouldHaveSingleItem().ShouldBeOfType<GatewayStopped>().Reason.ShouldContain("token");
    }

    [Fact]
    public async Task Waits_for_more_session_starts_when_none_are_left()
    {
        _gateway.GatewayBot = elapsed => FakeGateway.Bot(remaining: elapsed < TimeSpan.FromMinutes(1) ? 0 : 5);
        _gateway.Start();

        await _gateway.UntilAsync(() => _gateway.Sockets.Count > 0, TimeSpan.FromSeconds(1));

        (_gateway.Time.GetUtcNow() - _gateway.Time.Start).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Says_goodbye_when_told_to_stop()
    {
        var socket = await _gateway.BeLiveAsync();

        await _gateway.StopAsync();

        socket.ClosedWith.ShouldBe(1000);
    }
}
