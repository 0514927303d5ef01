using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TalksBot.Core.Commands;
using TalksBot.Simulators.Discord;
using TalksBot.Testing;

namespace TalksBot.Discord.Tests.Commanding;

/// <summary>A command that arrives after Discord told its person that it failed (docs/decisions/0009).</summary>
public sealed class LateCommandTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Is_not_run_whether_it_changes_something_or_not_and_is_logged(bool changes)
    {
        var desk = new WatchedDesk { Changes = changes };
        var log = new BotLog();
        await using var rig = await CommandRig.StartAsync(CommandRig.Fast, _ => [], services =>
        {
            services.Replace(ServiceDescriptor.Singleton<ICommandDesk>(desk));
            log.AddTo(services);
        });
        rig.Discord.Faults.SwapNextDispatches();

        var late = await rig.RunAsync(rig.Cleo, "note", ("text", "late"));
        var next = await rig.RunAsync(rig.Cleo, "note", ("text", "next"));
        await Eventually.IsTrueAsync(() => log.TooLate.Count > 0);

        late.Kind.ShouldBe(DiscordAnswerKind.Missed);
        CommandRig.Text(next).ShouldContain("noted next");
        desk.Calls.Select(call => call["text"]).ShouldBe(["next"]);
        log.TooLate.ShouldBe([late.InteractionId]);
        log.Messages.ShouldContain(message => message.Contains("the command was not run (1 since the start)", StringComparison.Ordinal));
        rig.Discord.Messages(rig.Channel).ShouldBeEmpty();
    }
}
