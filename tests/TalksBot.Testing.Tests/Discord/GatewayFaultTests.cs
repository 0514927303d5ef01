using System.Net.WebSockets;
using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord;

namespace TalksBot.Testing.Tests.Discord;

public sealed class GatewayFaultTests
{
    private const int GuildMessages = 1 << 9;

    [Fact]
    public async Task Asks_to_reconnect_even_before_hello()
    {
        await using var rig = await Rig.StartAsync();
        rig.Discord.Faults.ReconnectBeforeHello();
        using var socket = await Socket.OpenAsync(rig.Discord);

        ((int)(await socket.HearAsync())!["op"]!).ShouldBe(7);
        (await socket.HearCloseAsync()).ShouldBe(4000);
    }

    [Fact]
    public async Task Invalidates_closes_and_drops_on_demand()
    {
        await using var rig = await Rig.StartAsync(new DiscordSimulatorOptions { MaxConcurrency = 9 });
        using var socket = await Socket.ReadyAsync(rig.Discord);
        rig.Discord.Faults.RequestHeartbeat();
        rig.Discord.Faults.InvalidateSessions(resumable: true);
        var (beat, invalid) = (await socket.HearAsync(), await socket.HearAsync());
        rig.Discord.Faults.CloseGateway(4009);

        ((int)beat!["op"]!, (int)invalid!["op"]!, (bool)invalid["d"]!).ShouldBe((1, 9, true));
        (await socket.HearCloseAsync()).ShouldBe(4009);
        using var other = await Socket.ReadyAsync(rig.Discord);
        rig.Discord.Faults.DropGateway();
        await Should.ThrowAsync<WebSocketException>(other.HearAsync);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Lets_an_invalid_session_resume_on_its_own_socket_or_another(bool sameSocket)
    {
        await using var rig = await Rig.StartAsync();
        using var socket = await Socket.ReadyAsync(rig.Discord, GuildMessages);
        rig.Discord.Faults.InvalidateSessions(resumable: true);
        await socket.HearAsync();
        rig.Discord.Say(rig.Ada, rig.Channel, "missed");

        using var other = sameSocket ? null : await Socket.OpenAsync(socket.ResumeUrl);
        await (other ?? socket).SayAsync(6, new JsonObject { ["token"] = rig.Discord.Token, ["session_id"] = socket.SessionId, ["seq"] = socket.Number });

        ((string?)(await (other ?? socket).HearAsync("MESSAGE_CREATE"))["content"]).ShouldBe("missed");
        await (other ?? socket).HearAsync("RESUMED");
    }

    [Fact]
    public async Task Starts_a_new_session_on_the_socket_that_lost_its_own()
    {
        await using var rig = await Rig.StartAsync(new DiscordSimulatorOptions { MaxConcurrency = 9 });
        using var socket = await Socket.ReadyAsync(rig.Discord);
        rig.Discord.Faults.InvalidateSessions(resumable: false);
        await socket.HearAsync();

        await socket.IdentifyAsync(rig.Discord);

        await socket.HearAsync("READY");
    }

    [Fact]
    public async Task Plays_dead_on_demand()
    {
        await using var rig = await Rig.StartAsync();
        using var socket = await Socket.ReadyAsync(rig.Discord, GuildMessages);
        rig.Discord.Faults.Zombie();
        await socket.SayAsync(1, null);
        rig.Discord.Say(rig.Ada, rig.Channel, "unheard");
        await Eventually(() => rig.Discord.Stats.Heartbeats > 0);
        await socket.CloseAsync(4000);

        using var second = await socket.ResumeAsync(rig.Discord);

        ((string?)(await second.HearAsync("MESSAGE_CREATE"))["content"]).ShouldBe("unheard");
    }

    [Fact]
    public async Task Closes_who_stops_beating()
    {
        await using var rig = await Rig.StartAsync(new DiscordSimulatorOptions { HeartbeatInterval = TimeSpan.FromMilliseconds(40) });
        using var socket = await Socket.ReadyAsync(rig.Discord);

        (await socket.HearCloseAsync()).ShouldBe(4009);
    }

    [Fact]
    public async Task Repeats_and_swaps_dispatches_on_demand()
    {
        await using var rig = await Rig.StartAsync();
        using var socket = await Socket.ReadyAsync(rig.Discord, GuildMessages);
        rig.Discord.Faults.DuplicateNextDispatch();
        rig.Discord.Say(rig.Ada, rig.Channel, "a");
        rig.Discord.Faults.SwapNextDispatches();
        rig.Discord.Say(rig.Ada, rig.Channel, "b");
        rig.Discord.Say(rig.Ada, rig.Channel, "c");

        var heard = new List<string?>();
        for (var i = 0; i < 4; i++)
        {
            heard.Add((string?)(await socket.HearAsync("MESSAGE_CREATE"))["content"]);
        }

        heard.ShouldBe(["a", "a", "c", "b"]);
    }

    [Fact]
    public async Task Takes_the_token_away_on_demand()
    {
        await using var rig = await Rig.StartAsync();
        using var socket = await Socket.ReadyAsync(rig.Discord);

        rig.Discord.RevokeToken();

        (await socket.HearCloseAsync()).ShouldBe(4004);
    }

    private static async Task Eventually(Func<bool> holds)
    {
        for (var i = 0; i < 100 && !holds(); i++)
        {
            await Task.Delay(20, Rig.Token);
        }

        holds().ShouldBeTrue();
    }
}
