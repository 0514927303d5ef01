using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Core.Times;
using TalksBot.Features;
using TalksBot.Features.Transactions;
using TalksBot.Testing;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Discord.Tests.Commanding;

/// <summary>A gateway that Discord closed for good is told to the operations channel, by the whole bot.</summary>
public sealed class StoppedGatewayTests
{
    private readonly RecordingPlatform _terminal = new(new TimeProviderClock(TimeProvider.System));

    [Theory]
    [InlineData(4004, "Discord does not accept the bot token.")]
    [InlineData(4014, "The intents are not allowed")]
    public async Task Is_told_once_with_its_reason_and_not_tried_again_at_once(int code, string reason)
    {
        await using var rig = await StartAsync();
        var connections = rig.Discord.Stats.GatewayConnections;

        rig.Discord.Faults.CloseGateway(code);
        await Eventually.IsTrueAsync(() => _terminal.Seen.Count > 0);
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);

        var alarm = _terminal.Seen.ShouldHaveSingleItem();
        alarm.Text.ShouldStartWith($"discord:main stopped taking commands: {reason}");
        alarm.Text.ShouldContain("tries again by itself");
        alarm.Post.Channel.ToString().ShouldBe("terminal:desk");
        rig.Discord.Stats.GatewayConnections.ShouldBe(connections);
    }

    [Fact]
    public async Task Is_told_when_the_token_is_taken_away()
    {
        await using var rig = await StartAsync();

        rig.Discord.RevokeToken();
        await Eventually.IsTrueAsync(() => _terminal.Seen.Count > 0);

        _terminal.Seen.ShouldHaveSingleItem().Text.ShouldContain("does not accept the bot token");
    }

    /// <summary>The whole bot with a terminal beside Discord.</summary>
    private Task<CommandRig> StartAsync() => CommandRig.StartAsync(CommandRig.Fast, _ => [], services => services
        .AddSingleton<IPlatform>(_terminal)
        .AddSingleton(new KnownConnection(_terminal.Name))
        .AddWorker(TimeProvider.System, Heartbeats.Real));
}
