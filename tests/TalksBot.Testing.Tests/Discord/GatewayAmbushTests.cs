using TalksBot.Simulators.Discord;

namespace TalksBot.Testing.Tests.Discord;

public sealed class GatewayAmbushTests
{
    [Theory]
    [InlineData(4000)]
    [InlineData(4004)]
    [InlineData(4014)]
    public async Task Closes_at_the_moment_of_identifying(int code)
    {
        await using var rig = await Rig.StartAsync();
        rig.Discord.Faults.CloseWhen(GatewayMoment.Identify, code);
        using var socket = await Socket.OpenAsync(rig.Discord);
        await socket.HearAsync();

        await socket.IdentifyAsync(rig.Discord);

        (await socket.HearCloseAsync()).ShouldBe(code);
    }

    [Fact]
    public async Task Closes_before_hello_after_READY_at_a_beat_and_at_a_resume()
    {
        await using var rig = await Rig.StartAsync(new DiscordSimulatorOptions { MaxConcurrency = 5 });
        foreach (var moment in new[] { GatewayMoment.Connect, GatewayMoment.Ready, GatewayMoment.Heartbeat, GatewayMoment.Resume })
        {
            rig.Discord.Faults.CloseWhen(moment, 4000);
        }

        using var unheard = await Socket.OpenAsync(rig.Discord);
        (await unheard.HearAsync()).ShouldBeNull();
        using var brief = await Socket.ReadyAsync(rig.Discord);
        (await brief.HearCloseAsync()).ShouldBe(4000);
        using var beating = await Socket.ReadyAsync(rig.Discord);
        await beating.SayAsync(1, null);
        (await beating.HearCloseAsync()).ShouldBe(4000);
        using var resuming = await beating.ResumeAsync(rig.Discord);
        (await resuming.HearCloseAsync()).ShouldBe(4000);
        using var resumed = await beating.ResumeAsync(rig.Discord);
        ((string?)(await resumed.HearAsync())!["t"]).ShouldBe("RESUMED");
    }

    [Fact]
    public async Task Never_says_READY_yet_goes_on_acknowledging()
    {
        await using var rig = await Rig.StartAsync();
        rig.Discord.Faults.Withhold(GatewayMoment.Identify);
        using var socket = await Socket.OpenAsync(rig.Discord);
        await socket.HearAsync();

        await socket.IdentifyAsync(rig.Discord);
        await socket.SayAsync(1, null);

        ((int)(await socket.HearAsync())!["op"]!).ShouldBe(11);
    }

    [Fact]
    public async Task Never_says_hello()
    {
        await using var rig = await Rig.StartAsync();
        rig.Discord.Faults.Withhold(GatewayMoment.Connect);
        using var socket = await Socket.OpenAsync(rig.Discord);

        await socket.SayAsync(1, null);

        ((int)(await socket.HearAsync())!["op"]!).ShouldBe(11);
    }

    [Fact]
    public async Task Forgets_what_waits_when_told_to()
    {
        await using var rig = await Rig.StartAsync();
        rig.Discord.Faults.CloseWhen(GatewayMoment.Identify, 4004, times: 9);
        rig.Discord.Faults.Clear();

        using var socket = await Socket.ReadyAsync(rig.Discord);

        rig.Discord.HasSession.ShouldBeTrue();
    }
}
