using TalksBot.Discord.Wire.Gateway;

namespace TalksBot.Discord.Wire.Tests.Gateway;

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
    public async Task Tries_every_few_seconds_while_nobody_answers_at_all()
    {
        _gateway.Prepare = socket => socket.Reachable = false;
        _gateway.Start();

        await _gateway.SocketAsync(11);

        (_gateway.Time.GetUtcNow() - _gateway.Time.Start).ShouldBeInRange(TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(85));
    }

    [Fact]
    public async Task Gives_a_connection_up_that_says_hello_and_then_nothing()
    {
        _gateway.Start();
        var silent = await _gateway.SocketAsync(0);
        silent.Hello();
        await _gateway.UntilAsync(() => silent.SentWith(2).Any());
        var since = _gateway.Time.GetUtcNow();

        await _gateway.UntilAsync(() => silent.ClosedWith is not null, TimeSpan.FromMilliseconds(250));

        (_gateway.Time.GetUtcNow() - since).ShouldBeInRange(TimeSpan.FromSeconds(14), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Gives_a_session_up_that_is_not_resumed_in_time()
    {
        var first = await _gateway.BeLiveAsync();
        first.Drop(null);
        var deaf = await _gateway.SocketAsync(1);
        deaf.Hello();
        await _gateway.UntilAsync(() => deaf.SentWith(6).Any());

        await _gateway.UntilAsync(() => deaf.ClosedWith is not null, TimeSpan.FromMilliseconds(250));
        var third = await _gateway.SocketAsync(2);
        third.Hello();
        await _gateway.UntilAsync(() => !third.Sent.IsEmpty);

        third.SentWith(2).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(5_000_000_000)]
    public async Task Survives_a_beat_that_nobody_can_wait_for(long interval)
    {
        _gateway.Start();
        var socket = await _gateway.SocketAsync(0);
        socket.Say($$"""{"op":10,"d":{"heartbeat_interval":{{interval}} } }""");
        await _gateway.UntilAsync(() => socket.SentWith(2).Any());
        socket.Ready();

        await _gateway.UntilAsync(() => socket.SentWith(1).Any(), TimeSpan.FromSeconds(1));

        _gateway.Events.OfType<GatewayReady>().ShouldHaveSingleItem();
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

    [Theory]
    [InlineData(0, long.MaxValue)]
    [InlineData(-5, -1)]
    [InlineData(0, 0)]
    public async Task Asks_again_within_minutes_whatever_is_said_of_session_starts(int remaining, long resetAfter)
    {
        var asked = 0;
        _gateway.GatewayBot = _ => ++asked > 1 ? FakeGateway.Bot() : FakeDiscord.Json(
            200, $$$"""{"url":"wss://gateway.example","shards":1,"session_start_limit":{"total":1000,"remaining":{{{remaining}}},"reset_after":{{{resetAfter}}},"max_concurrency":0}}""");
        _gateway.Start();

        await _gateway.UntilAsync(() => _gateway.Sockets.Count > 0, TimeSpan.FromSeconds(1));

        (_gateway.Time.GetUtcNow() - _gateway.Time.Start).ShouldBeLessThan(TimeSpan.FromMinutes(6));
    }

    [Fact]
    public async Task Needs_no_word_of_session_starts()
    {
        _gateway.GatewayBot = _ => FakeDiscord.Json(200, """{"url":"wss://gateway.example","shards":1}""");

        await _gateway.BeLiveAsync();

        _gateway.Events.OfType<GatewayReady>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Says_goodbye_when_told_to_stop()
    {
        var socket = await _gateway.BeLiveAsync();

        await _gateway.StopAsync();

        socket.ClosedWith.ShouldBe(1000);
    }
}
