namespace TalksBot.Discord.Wire.Tests.Gateway;

/// <summary>A gateway that throws the bot out as soon as it is in is not hammered, and the day's session starts last.</summary>
public sealed class GatewayPacingTests
{
    [Theory]
    [InlineData(4009)]
    [InlineData(1000)]
    [InlineData(4003)]
    public async Task Closed_right_after_ready_again_and_again_it_identifies_ever_more_seldom(int code)
    {
        await using var gateway = Gateway(socket => ReadyThen(socket, code));

        var (minute, hour) = await CountAsync(gateway);

        minute.ShouldBeLessThanOrEqualTo(5);
        hour.ShouldBeInRange(6, 70);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(4000)]
    public async Task Closed_right_after_resumed_again_and_again_it_resumes_ever_more_seldom(int? code)
    {
        var first = true;
        await using var gateway = Gateway(socket =>
        {
            if (first)
            {
                first = false;
                ReadyThen(socket, code);
                return;
            }

            socket.Hello();
            socket.Say("""{"op":0,"s":2,"t":"RESUMED","d":{}}""");
            socket.Drop(code);
        });

        var (minute, hour) = await CountAsync(gateway);

        minute.ShouldBeLessThanOrEqualTo(5);
        hour.ShouldBeLessThanOrEqualTo(70);
        gateway.GatewayAsked.ShouldBe(1);
    }

    [Fact]
    public async Task Asked_to_reconnect_at_once_again_and_again_it_does_so_ever_more_seldom()
    {
        await using var gateway = Gateway(socket =>
        {
            socket.Hello();
            socket.Ready();
            socket.Say("""{"op":7,"d":null}""");
        });

        var (minute, _) = await CountAsync(gateway);

        minute.ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public async Task A_connection_that_stayed_ends_the_series()
    {
        await using var gateway = new FakeGateway();
        await gateway.BeLiveAsync();
        await gateway.UntilAsync(() => gateway.Time.GetUtcNow() - gateway.Time.Start > TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(1));
        var since = gateway.Time.GetUtcNow();

        gateway.Sockets[0].Drop(null);
        await gateway.SocketAsync(1);

        (gateway.Time.GetUtcNow() - since).ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task What_is_left_of_a_days_session_starts_is_spread_over_the_rest_of_the_day()
    {
        var left = 500;
        await using var gateway = Gateway(socket => ReadyThen(socket, 4009));
        gateway.GatewayBot = _ => FakeDiscord.Json(
            200, $$$"""{"url":"wss://gateway.example","shards":1,"session_start_limit":{"total":1000,"remaining":{{{left--}}},"reset_after":86400000,"max_concurrency":1}}""");

        await CountAsync(gateway);

        // An hour's share of what was left, and not a day's.
        (500 - left).ShouldBeLessThanOrEqualTo(30);
    }

    private static FakeGateway Gateway(Action<FakeSocket> play) => new() { Prepare = play };

    private static void ReadyThen(FakeSocket socket, int? code)
    {
        socket.Hello();
        socket.Ready();
        socket.Drop(code);
    }

    /// <summary>How many connections were begun within a minute, and within an hour.</summary>
    private static async Task<(int Minute, int Hour)> CountAsync(FakeGateway gateway)
    {
        gateway.Start();
        await gateway.UntilAsync(() => gateway.Time.GetUtcNow() - gateway.Time.Start > TimeSpan.FromMinutes(1), TimeSpan.FromMilliseconds(200));
        var minute = gateway.Sockets.Count;
        await gateway.UntilAsync(() => gateway.Time.GetUtcNow() - gateway.Time.Start > TimeSpan.FromHours(1), TimeSpan.FromSeconds(2));
        TestContext.Current.SendDiagnosticMessage("{0} connections in a minute, {1} in an hour", minute, gateway.Sockets.Count);
        return (minute, gateway.Sockets.Count);
    }
}
