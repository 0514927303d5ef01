using TalksBot.Features;
using TalksBot.Features.Transactions;
using TalksBot.Simulators.Slack;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests.Commanding;

/// <summary>One bot in two workspaces: the same talks, and to each what is its own.</summary>
public sealed class TwoWorkspacesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_give_commands_and_hear_the_news_and_neither_speaks_for_the_other()
    {
        await using var night = await SlackSimulator.StartAsync(CommandRig.Calm, Token);
        var (floor, eve) = (night.AddChannel("floor"), night.AddPerson("eve", isAdmin: true));
        await using var rig = await CommandRig.StartAsync(CommandRig.Calm, _ => Settings(night), services => services.AddWorker(TimeProvider.System, Heartbeats.Real));
        await Eventually.IsTrueAsync(() => night.Connections == 2);
        await rig.OpenTalksAsync();
        await rig.RunAsync(rig.Ada, "follow add us-japan-autos digest:none");

        var follows = await night.CommandAsync(floor, eve, "/talks", "follow add us-japan-autos digest:none", Token);
        var preview = await rig.RunAsync(rig.Ada, "update add us-japan-autos \"They meet.\" \"a US official\" tier:official");
        await rig.PressAsync(rig.Ada, CommandRig.Message(preview), "Post");
        await Eventually.IsTrueAsync(() => night.Messages(floor).Count == 1 && rig.Slack.Messages(rig.Channel).Count == 1);

        follows.Shown.ShouldStartWith($"<#{floor}> follows");
        preview.Shown.ShouldContain($"<#{rig.Channel}>, slack:night/{floor}");
        night.Messages(floor).ShouldHaveSingleItem().Shown.ShouldContain("They meet.");
        (await rig.RunAsync(rig.Ada, "follow show us-japan-autos")).Shown.ShouldContain($"slack:night/{floor}");
        night.Messages(floor, eve).Count(message => message.OnlyFor is not null).ShouldBe(1);
    }

    private static IEnumerable<KeyValuePair<string, string?>> Settings(SlackSimulator night) =>
    [
        new($"{SlackOptions.Section}:night:BotToken", night.BotToken),
        new($"{SlackOptions.Section}:night:AppToken", night.AppToken),
        new($"{SlackOptions.Section}:night:ApiUrl", $"{night.ApiUrl}"),
    ];
}
