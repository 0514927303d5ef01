using TalksBot.Discord.Wire.Gateway;

namespace TalksBot.Discord.Wire.Tests.Gateway;

public sealed class GatewayRecoveryTests : IAsyncDisposable
{
    private readonly FakeGateway _gateway = new();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [InlineData(null)]
    [InlineData(1001)]
    [InlineData(1006)]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(4002)]
    public async Task Resumes_where_it_was_after_a_code_that_allows_it(int? code)
    {
        var first = await _gateway.BeLiveAsync();

        first.Drop(code);
        var second = await GreetNextAsync();

        second.Address.ShouldBe(new Uri("wss://resume.example/?v=10&encoding=json"));
        second.Sent.First().ToString().ShouldBe(
            """{"op":6,"d":{"token":"very.secret.token","session_id":"s1","seq":1}}""");
        _gateway.GatewayAsked.ShouldBe(1);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(4003)]
    [InlineData(4005)]
    [InlineData(4007)]
    [InlineData(4008)]
    [InlineData(4009)]
    public async Task Identifies_anew_after_a_code_that_ends_the_session(int code)
    {
        var first = await _gateway.BeLiveAsync();

        first.Drop(code);
        var second = await GreetNextAsync();

        second.Address!.Host.ShouldBe("gateway.example");
        second.Sent.First().GetProperty("op").GetInt32().ShouldBe(2);
    }

    [Theory]
    [InlineData(4004)]
    [InlineData(4010)]
    [InlineData(4011)]
    [InlineData(4012)]
    [InlineData(4013)]
    [InlineData(4014)]
    public async Task Stops_after_a_code_that_nothing_but_a_person_can_mend(int code)
    {
        var first = await _gateway.BeLiveAsync();

        first.Drop(code);
        await _gateway.UntilAsync(() => _gateway.Stopped);

        _gateway.Events.Last().ShouldBeOfType<GatewayStopped>().CloseCode.ShouldBe(code);
        _gateway.Sockets.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Resumes_elsewhere_when_asked_to_reconnect()
    {
        var first = await _gateway.BeLiveAsync();

        first.Say("""{"op":7,"d":null}""");
        var second = await GreetNextAsync();

        first.ClosedWith.ShouldBe(4000);
        second.SentWith(6).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Reconnects_when_asked_to_even_before_hello()
    {
        _gateway.Start();
        var first = await _gateway.SocketAsync(0);

        first.Say("""{"op":7,"d":null}""");
        var second = await GreetNextAsync();

        second.SentWith(2).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("true", 6)]
    [InlineData("false", 2)]
    public async Task Does_as_an_invalid_session_says_after_a_pause(string resumable, int op)
    {
        var first = await _gateway.BeLiveAsync();
        var before = _gateway.Time.GetUtcNow();

        first.Say($$"""{"op":9,"d":{{resumable}}}""");
        var second = await GreetNextAsync();

        second.Sent.First().GetProperty("op").GetInt32().ShouldBe(op);
        (_gateway.Time.GetUtcNow() - before).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Notices_a_dead_connection_and_resumes()
    {
        var first = await _gateway.BeLiveAsync();
        first.Acknowledges = false;

        await _gateway.UntilAsync(() => first.ClosedWith is not null, TimeSpan.FromSeconds(1));
        var second = await GreetNextAsync();

        first.ClosedWith.ShouldBe(4000);
        first.SentWith(1).Count().ShouldBe(1);
        second.SentWith(6).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Tells_what_was_missed_and_that_it_resumed()
    {
        var first = await _gateway.BeLiveAsync();
        first.Drop(null);
        var second = await GreetNextAsync();

        second.Say("""{"op":0,"s":2,"t":"CHANNEL_DELETE","d":{"id":"77","guild_id":"2"}}""");
        second.Say("""{"op":0,"s":3,"t":"RESUMED","d":{}}""");
        await _gateway.UntilAsync(() => _gateway.Events.OfType<GatewayResumed>().Any());

        _gateway.Events.TakeLast(2).Select(happened => (happened as RawDispatch)?.Name ?? $"{happened.GetType().Name}").ShouldBe(["CHANNEL_DELETE", nameof(GatewayResumed)]);
    }

    [Fact]
    public async Task Gives_a_session_up_that_cannot_be_resumed()
    {
        var first = await _gateway.BeLiveAsync();
        _gateway.Prepare = socket => socket.Reachable = _gateway.Sockets.Count > 3;

        first.Drop(null);
        var fifth = await _gateway.SocketAsync(4);

        _gateway.Sockets.Skip(1).Take(3).ShouldAllBe(socket => socket.Address!.Host == "resume.example");
        fifth.Address!.Host.ShouldBe("gateway.example");
    }

    [Fact]
    public async Task Identifies_anew_when_discord_names_an_unsafe_address_to_resume_at()
    {
        _gateway.Start();
        var first = await _gateway.SocketAsync(0);
        first.Hello();
        first.Say(
            """{"op":0,"s":1,"t":"READY","d":{"user":{"id":"9","username":"b"},"session_id":"s","resume_gateway_url":"ws://evil.example"}}""");
        await _gateway.UntilAsync(() => _gateway.Events.OfType<GatewayReady>().Any());

        first.Drop(null);
        var second = await GreetNextAsync();

        second.Address!.Host.ShouldBe("gateway.example");
    }

    private async Task<FakeSocket> GreetNextAsync()
    {
        var socket = await _gateway.SocketAsync(1);
        socket.Hello();
        await _gateway.UntilAsync(() => !socket.Sent.IsEmpty);
        return socket;
    }
}
