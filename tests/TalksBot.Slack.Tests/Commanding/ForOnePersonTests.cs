using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Storage;

namespace TalksBot.Slack.Tests.Commanding;

public sealed class ForOnePersonTests
{
    [Fact]
    public async Task Where_the_app_takes_no_direct_messages_that_is_said_at_once_and_nothing_is_kept()
    {
        await using var rig = await CommandRig.StartAsync(CommandRig.Calm with { MessagesTab = false }, _ => [], _ => { });
        await rig.OpenTalksAsync();
        await rig.RunAsync(rig.Ada, "deadline add us-japan-autos \"in 5h\" tariffs");

        var answer = await rig.RunAsync(rig.Cleo, "remind us-japan-autos D1 2h");

        CommandRig.Message(answer).Shown.ShouldContain("no reminder is set: The app takes no direct messages.");
        rig.Slack.Messages(rig.Slack.DirectChannel(rig.Cleo)).ShouldBeEmpty();
        await using var scope = rig.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<TalksDb>().Reminders.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task Who_covers_a_deadline_may_be_said_by_a_mention_and_is_called_by_name()
    {
        await using var room = await Newsroom.StartAsync();
        await room.DoAsync(room.Ben, "deadline add us-japan-autos \"in 2h\" tariffs");

        var answer = await room.Rig.RunAsync(room.Ben, $"deadline cover us-japan-autos D1 <@{room.Dora}>");
        await room.PassAsync(Duration.FromMinutes(91));

        CommandRig.Message(answer).Shown.ShouldContain("D1 covered by dora");
        room.Seen(room.Wire)[0].Pings.ShouldHaveSingleItem().ShouldContain(room.Dora);
    }

    [Fact]
    public async Task A_scope_that_is_missing_is_named()
    {
        await using var rig = await CommandRig.StartAsync(CommandRig.Calm with { Scopes = [.. CommandRig.Calm.Scopes.Where(scope => scope != "im:write")] }, _ => [], _ => { });
        await rig.OpenTalksAsync();
        await rig.RunAsync(rig.Ada, "deadline add us-japan-autos \"in 5h\" tariffs");

        var answer = await rig.RunAsync(rig.Cleo, "remind us-japan-autos D1 2h");

        CommandRig.Message(answer).Shown.ShouldContain("im:write");
    }
}
