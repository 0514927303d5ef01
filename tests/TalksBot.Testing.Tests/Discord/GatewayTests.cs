using System.IO.Compression;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using TalksBot.Simulators.Discord;

namespace TalksBot.Testing.Tests.Discord;

public sealed class GatewayTests
{
    private const int Guilds = 1;
    private const int GuildMessages = 1 << 9;

    [Fact]
    public async Task Greets_acknowledges_and_gets_ready()
    {
        await using var rig = await Rig.StartAsync();
        using var socket = await Socket.OpenAsync(rig.Discord);

        var hello = await socket.HearAsync();
        await socket.SayAsync(1, null);
        var ack = await socket.HearAsync();
        await socket.IdentifyAsync(rig.Discord, Guilds);
        var ready = await socket.HearAsync("READY");
        var guild = await socket.HearAsync("GUILD_CREATE");

        ((int)hello!["op"]!, (int)hello["d"]!["heartbeat_interval"]!, (int)ack!["op"]!).ShouldBe((10, 41250, 11));
        ((bool)ready["guilds"]![0]!["unavailable"]!).ShouldBeTrue();
        guild["channels"]!.AsArray().Count.ShouldBe(1);
        rig.Discord.HasSession.ShouldBeTrue();
    }

    [Fact]
    public async Task Compresses_as_one_stream_when_asked()
    {
        await using var rig = await Rig.StartAsync();
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"{rig.Discord.ApiUrl.GetLeftPart(UriPartial.Authority).Replace("http:", "ws:", StringComparison.Ordinal)}/gateway?v=10&encoding=json&compress=zlib-stream"), Rig.Token);
        var buffer = new byte[1024];
        var frame = await socket.ReceiveAsync(buffer, Rig.Token);

        await using var inflater = new ZLibStream(new MemoryStream(buffer[..frame.Count]), CompressionMode.Decompress);
        var text = new byte[1024];
        var length = await inflater.ReadAsync(text, Rig.Token);

        buffer[(frame.Count - 4)..frame.Count].ShouldBe([0, 0, 0xFF, 0xFF]);
        ((int)JsonNode.Parse(text.AsSpan(0, length))!["op"]!).ShouldBe(10);
    }

    [Fact]
    public async Task Closes_on_fewer_shards_than_it_told_and_shares_the_guilds_between_enough()
    {
        await using var rig = await Rig.StartAsync(new DiscordSimulatorOptions { Shards = 2, MaxConcurrency = 2 });
        using var one = await Socket.OpenAsync(rig.Discord);
        await one.SayAsync(Identify(rig, ""));
        using var two = await Socket.OpenAsync(rig.Discord);
        await two.SayAsync(Identify(rig, $",\"shard\":[{(rig.Guild >> 22) % 2},2]"));

        var ready = await two.HearAsync("READY");

        (await one.HearCloseAsync()).ShouldBe(4011);
        ((string?)ready["guilds"]![0]!["id"]).ShouldBe($"{rig.Guild}");
    }

    [Fact]
    public async Task Tells_of_messages_only_to_who_asked()
    {
        await using var rig = await Rig.StartAsync();
        using var asked = await Socket.ReadyAsync(rig.Discord, GuildMessages);

        rig.Discord.Say(rig.Ada, rig.Channel, "hi");
        var heard = await asked.HearAsync("MESSAGE_CREATE");

        ((string?)heard["content"], (string?)heard["guild_id"]).ShouldBe(("hi", $"{rig.Guild}"));
    }

    [Theory]
    [InlineData("""{"op":3,"d":{}}""", 4003)]
    [InlineData("""{"op":99,"d":{}}""", 4001)]
    [InlineData("not json", 4002)]
    [InlineData("""{"op":2,"d":{"token":"wrong","intents":0,"properties":{}}}""", 4004)]
    [InlineData("""{"op":2,"d":{"token":"TOKEN","properties":{}}}""", 4013)]
    [InlineData("""{"op":2,"d":{"token":"TOKEN","intents":131072,"properties":{}}}""", 4013)]
    [InlineData("""{"op":2,"d":{"token":"TOKEN","intents":2,"properties":{}}}""", 4014)]
    [InlineData("""{"op":2,"d":{"token":"TOKEN","intents":0,"properties":{},"shard":[1,1]}}""", 4010)]
    public async Task Closes_on_what_it_cannot_accept(string said, int code)
    {
        await using var rig = await Rig.StartAsync();
        using var socket = await Socket.OpenAsync(rig.Discord);

        await socket.SayAsync(said.Replace("TOKEN", rig.Discord.Token, StringComparison.Ordinal));

        (await socket.HearCloseAsync()).ShouldBe(code);
    }

    [Fact]
    public async Task Closes_on_a_second_identify_an_oversized_payload_and_a_flood()
    {
        await using var rig = await Rig.StartAsync(new DiscordSimulatorOptions { MaxConcurrency = 9, GatewaySendLimit = new(5, TimeSpan.FromMinutes(1)) });
        using var twice = await Socket.ReadyAsync(rig.Discord);
        using var large = await Socket.ReadyAsync(rig.Discord);
        using var flood = await Socket.ReadyAsync(rig.Discord);

        await twice.IdentifyAsync(rig.Discord);
        await large.SayAsync(1, new string('x', 4100));
        for (var i = 0; i < 5; i++)
        {
            await flood.SayAsync(1, null);
        }

        (await twice.HearCloseAsync(), await large.HearCloseAsync(), await flood.HearCloseAsync()).ShouldBe((4005, 4002, 4008));
    }

    [Fact]
    public async Task Replays_what_was_missed_then_says_resumed()
    {
        await using var rig = await Rig.StartAsync();
        using var first = await Socket.ReadyAsync(rig.Discord, GuildMessages);
        first.Abort();
        rig.Discord.Say(rig.Ada, rig.Channel, "one");
        rig.Discord.Say(rig.Ada, rig.Channel, "two");

        using var second = await first.ResumeAsync(rig.Discord);
        var heard = new[] { await second.HearAsync(), await second.HearAsync(), await second.HearAsync() };

        heard.Select(one => (string?)one!["t"]).ShouldBe(["MESSAGE_CREATE", "MESSAGE_CREATE", "RESUMED"]);
        (rig.Discord.Stats.Identifies, rig.Discord.Stats.Resumes, rig.Discord.Stats.ResumesAtWrongUrl).ShouldBe((1, 1, 0));
    }

    [Fact]
    public async Task Refuses_a_number_from_the_future()
    {
        await using var rig = await Rig.StartAsync();
        using var first = await Socket.ReadyAsync(rig.Discord);
        first.Abort();

        using var second = await first.ResumeAsync(rig.Discord, 99);

        (await second.HearCloseAsync()).ShouldBe(4007);
    }

    [Fact]
    public async Task Forgets_a_session_closed_with_1000()
    {
        await using var rig = await Rig.StartAsync();
        using var first = await Socket.ReadyAsync(rig.Discord);
        await first.CloseAsync(1000);
        await Eventually(() => !rig.Discord.HasSession);

        using var second = await first.ResumeAsync(rig.Discord);
        var heard = await second.HearAsync();

        ((int)heard!["op"]!, (bool)heard["d"]!).ShouldBe((9, false));
    }

    [Fact]
    public async Task Forgets_a_session_left_alone_for_too_long()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var rig = await Rig.StartAsync(new DiscordSimulatorOptions { Time = clock });
        using var first = await Socket.ReadyAsync(rig.Discord);
        first.Abort();
        await Eventually(() => !rig.Discord.HasSession);
        clock.Advance(TimeSpan.FromMinutes(5));

        using var second = await first.ResumeAsync(rig.Discord);

        ((int)(await second.HearAsync())!["op"]!).ShouldBe(9);
    }

    [Fact]
    public async Task Counts_starts_and_refuses_two_at_once()
    {
        await using var rig = await Rig.StartAsync();
        using var first = await Socket.ReadyAsync(rig.Discord);
        using var second = await Socket.OpenAsync(rig.Discord);
        await second.HearAsync();

        await second.IdentifyAsync(rig.Discord);

        ((int)(await second.HearAsync())!["op"]!).ShouldBe(9);
        ((int)(await rig.GetAsync("gateway/bot")).Body!["session_start_limit"]!["remaining"]!).ShouldBe(999);
    }

    [Fact]
    public async Task Resets_the_token_when_the_starts_are_overrun()
    {
        await using var rig = await Rig.StartAsync(new DiscordSimulatorOptions { SessionStarts = 1, MaxConcurrency = 9 });
        using var first = await Socket.ReadyAsync(rig.Discord);
        using var second = await Socket.OpenAsync(rig.Discord);
        await second.IdentifyAsync(rig.Discord);

        (await second.HearCloseAsync()).ShouldBe(4004);
        (await rig.GetAsync("users/@me")).Code.ShouldBe(0);
    }

    private static async Task Eventually(Func<bool> holds)
    {
        for (var i = 0; i < 100 && !holds(); i++)
        {
            await Task.Delay(20, Rig.Token);
        }

        holds().ShouldBeTrue();
    }

    private static string Identify(Rig rig, string more) =>
        """{"op":2,"d":{"token":"TOKEN","intents":0,"properties":{}MORE}}""".Replace("TOKEN", rig.Discord.Token, StringComparison.Ordinal).Replace("MORE", more, StringComparison.Ordinal);
}
