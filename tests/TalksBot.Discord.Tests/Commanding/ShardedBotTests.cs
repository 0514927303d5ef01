using TalksBot.Simulators.Discord;
using TalksBot.Testing;

namespace TalksBot.Discord.Tests.Commanding;

/// <summary>A bot in so many servers that Discord wants them shared between connections.</summary>
public sealed class ShardedBotTests
{
    [Fact]
    public async Task Takes_commands_on_the_servers_of_every_shard()
    {
        var options = CommandRig.Fast with { Shards = 2, MaxConcurrency = 2 };
        await using var rig = await CommandRig.StartAsync(options, _ => [], _ => { });
        var other = rig.Guild;
        while ((other >> 22) % 2 == (rig.Guild >> 22) % 2)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
            other = rig.Discord.AddGuild("Bureau");
        }

        var bureau = rig.Discord.AddChannel(other, "bureau");
        var eve = rig.Discord.AddPerson(other, "eve");
        await rig.RestartBotAsync([new($"{DiscordOptions.Section}:main:GuildIds:0", $"{rig.Guild}"), new($"{DiscordOptions.Section}:main:GuildIds:1", $"{other}")], _ => { });
        await Eventually.IsTrueAsync(() => rig.Discord.Stats.Identifies == 4 && rig.Discord.Commands(other).Count == 2);

        var here = await rig.RunAsync(rig.Cleo, "help");
        var there = await rig.RunAsync(eve, bureau, "help");

        here.Kind.ShouldBe(DiscordAnswerKind.Message);
        there.Kind.ShouldBe(DiscordAnswerKind.Message);
        rig.Discord.Stats.Closes.ShouldBeEmpty();
    }
}
