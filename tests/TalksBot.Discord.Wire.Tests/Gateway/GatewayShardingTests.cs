using TalksBot.Discord.Wire.Gateway;

namespace TalksBot.Discord.Wire.Tests.Gateway;

public sealed class GatewayShardingTests
{
    [Fact]
    public async Task Identifies_shards_five_seconds_apart_and_in_order()
    {
        await using var gateway = new FakeGateway(new() { Shards = 3 });

        await HandshakeAsync(gateway, 3);

        gateway.Sockets.Select(Shard).ShouldBe(["[0,3]", "[1,3]", "[2,3]"]);
        (gateway.Time.GetUtcNow() - gateway.Time.Start).ShouldBeGreaterThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Identifies_as_many_at_once_as_discord_allows()
    {
        await using var gateway = new FakeGateway(new() { Shards = 3 }) { GatewayBot = _ => FakeGateway.Bot(concurrency: 3) };

        await HandshakeAsync(gateway, 3);

        (gateway.Time.GetUtcNow() - gateway.Time.Start).ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Takes_the_number_of_shards_discord_tells()
    {
        await using var gateway = new FakeGateway(new())
        {
            GatewayBot = _ => FakeGateway.Bot(shards: 2, concurrency: 16),
        };

        await HandshakeAsync(gateway, 2);

        gateway.Sockets.Select(Shard).ShouldBe(["[0,2]", "[1,2]"]);
    }

    [Fact]
    public async Task Asks_again_rather_than_guess_while_discord_does_not_tell_how_many()
    {
        var asked = 0;
        await using var gateway = new FakeGateway(new())
        {
            GatewayBot = _ => ++asked < 3 ? FakeDiscord.Json(403, """{"code":40333,"message":"internal network error"}""") : FakeGateway.Bot(shards: 2, concurrency: 16),
        };

        await HandshakeAsync(gateway, 2);

        gateway.Sockets.Select(Shard).ShouldBe(["[0,2]", "[1,2]"]);
    }

    [Fact]
    public async Task Stops_all_shards_when_one_may_not_come_back()
    {
        await using var gateway = new FakeGateway(new() { Shards = 2 }) { GatewayBot = _ => FakeGateway.Bot(concurrency: 16) };
        await HandshakeAsync(gateway, 2);

        gateway.Sockets[1].Drop(4004);
        await gateway.UntilAsync(() => gateway.Stopped);

        gateway.Events.Last().ShouldBeOfType<GatewayStopped>().Shard.ShouldBe(1);
        gateway.Sockets[0].ClosedWith.ShouldBe(1000);
    }

    private static async Task HandshakeAsync(FakeGateway gateway, int shards)
    {
        gateway.Start();
        for (var n = 0; n < shards; n++)
        {
            var socket = await gateway.SocketAsync(n);
            socket.Hello();
            await gateway.UntilAsync(() => socket.SentWith(2).Any());
        }
    }

    private static string Shard(FakeSocket socket) =>
        socket.SentWith(2).First().GetProperty("d").GetProperty("shard").ToString();
}
