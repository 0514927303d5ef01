using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Core.Times;
using TalksBot.Features;
using TalksBot.Features.Transactions;
using TalksBot.Simulators.Discord;
using TalksBot.Testing;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Discord.Tests.Commanding;

/// <summary>The commands stand on one server, and are to be registered on another.</summary>
public sealed class RegistrationTests
{
    private const string Register = "bulk_set_guild_application_commands";

    private readonly RecordingPlatform _terminal = new(new TimeProviderClock(TimeProvider.System));

    [Theory]
    [InlineData(RestFaultKind.MissingAccess, "403/50001", "Invite the bot again")]
    [InlineData(RestFaultKind.InvalidForm, "400/50035", "Please report this")]
    public async Task A_refusal_is_told_once_with_the_mend_and_not_tried_again(RestFaultKind fault, string error, string mend)
    {
        await using var rig = await CommandRig.StartAsync();
        rig.Discord.Faults.Add(new RestFault(fault) { Operation = Register, Times = 100 });
        var asked = rig.Discord.Stats.Requests[Register];

        var other = await RestartOnTwoServersAsync(rig);
        await Eventually.IsTrueAsync(() => _terminal.Seen.Count > 0);
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);

        var alarm = _terminal.Seen.ShouldHaveSingleItem();
        alarm.Text.ShouldStartWith($"discord:main could not register its commands in server {other}: Discord answered {error}");
        alarm.Text.ShouldContain(mend);
        rig.Discord.Stats.Requests[Register].ShouldBe(asked + 1);
        CommandRig.Text(await rig.RunAsync(rig.Cleo, "help")).ShouldContain("/talks");
    }

    [Theory]
    [InlineData(RestFaultKind.BadGateway)]
    [InlineData(RestFaultKind.Overloaded)]
    [InlineData(RestFaultKind.CloudflareBlock)]
    [InlineData(RestFaultKind.DropBeforeCommit)]
    public async Task What_passes_is_waited_for_and_told_to_nobody(RestFaultKind fault)
    {
        await using var rig = await CommandRig.StartAsync();
        rig.Discord.Faults.Add(new RestFault(fault) { Operation = Register });

        var other = await RestartOnTwoServersAsync(rig);
        await Eventually.IsTrueAsync(() => rig.Discord.Commands(other).Count == 2);

        _terminal.Seen.ShouldBeEmpty();
    }

    /// <summary>The whole bot with a terminal beside Discord.</summary>
    private async Task<ulong> RestartOnTwoServersAsync(CommandRig rig)
    {
        var other = rig.Discord.AddGuild("Elsewhere");
        await rig.RestartBotAsync(
            [new($"{DiscordOptions.Section}:main:GuildIds:0", $"{rig.Guild}"), new($"{DiscordOptions.Section}:main:GuildIds:1", $"{other}")],
            services => services
                .AddSingleton<IPlatform>(_terminal)
                .AddSingleton(new KnownConnection(_terminal.Name))
                .AddWorker(TimeProvider.System, Heartbeats.Real));
        return other;
    }
}
