using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Storage;

namespace TalksBot.Discord.Tests.Commanding;

public sealed class ForOnePersonTests
{
    [Fact]
    public async Task Whoever_shut_their_direct_messages_is_told_so_at_once_and_has_no_reminder()
    {
        await using var room = await Newsroom.StartAsync();
        await room.DoAsync(room.Ben, room.Rig.Channel, "deadline add", ("talks", "us-japan-autos"), ("at", "in 5h"), ("label", "tariffs"));
        room.Rig.Discord.CloseDirect(room.Rig.Cleo);

        var answer = await room.Rig.RunAsync(room.Rig.Cleo, "remind", ("talks", "us-japan-autos"), ("about", "D1"), ("before", "2h"));

        CommandRig.Text(answer).ShouldContain("no reminder is set: That person takes no direct messages from the bot. Allow direct messages");
        room.Rig.Discord.DirectMessages(room.Rig.Cleo).ShouldBeEmpty();
        await using var scope = room.Rig.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<TalksDb>().Reminders.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task Who_covers_a_deadline_may_be_said_by_a_mention_and_is_called_by_name()
    {
        await using var room = await Newsroom.StartAsync();
        await room.DoAsync(room.Ben, room.Rig.Channel, "deadline add", ("talks", "us-japan-autos"), ("at", "in 2h"), ("label", "tariffs"));

        var answer = await room.Rig.RunAsync(room.Ben, "deadline cover", ("talks", "us-japan-autos"), ("deadline", "D1"), ("who", $"<@{room.Dora}>"));
        var nobody = await room.Rig.RunAsync(room.Ben, "deadline cover", ("talks", "us-japan-autos"), ("deadline", "D1"), ("who", $"<@&{room.Rig.Editors}>"));
        await room.PassAsync(Duration.FromMinutes(91));

        CommandRig.Text(answer).ShouldContain("D1 covered by dora");
        CommandRig.Text(nobody).ShouldContain("Nobody in particular is meant by that");
        Posting.DiscordReader.See(room.Seen(room.Wire)[0]).Pings.ShouldHaveSingleItem().ShouldContain($"{room.Dora}");
    }

    [Fact]
    public async Task Who_shuts_them_later_is_told_of_to_operations_and_no_one_else_is_written_to()
    {
        await using var room = await Newsroom.StartAsync();
        await room.DoAsync(room.Ben, room.Rig.Channel, "deadline add", ("talks", "us-japan-autos"), ("at", "in 5h"), ("label", "tariffs"));
        await room.Rig.RunAsync(room.Rig.Cleo, "remind", ("talks", "us-japan-autos"), ("about", "D1"), ("before", "2h"));
        room.Rig.Discord.CloseDirect(room.Rig.Cleo);

        await room.PassAsync(Duration.FromMinutes(182));

        room.Rig.Discord.DirectMessages(room.Rig.Cleo).Count.ShouldBe(1);
        var told = Posting.DiscordReader.See(room.Seen(room.Operations).ShouldHaveSingleItem()).Text;
        told.ShouldContain("takes no direct messages from the bot");
        told.ShouldNotContain("muted");
    }
}
