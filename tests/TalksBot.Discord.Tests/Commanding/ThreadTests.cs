using TalksBot.Simulators.Discord;

namespace TalksBot.Discord.Tests.Commanding;

public sealed class ThreadTests
{
    /// <summary>As when the bot is killed between the opening and its receipt: it is opened again, and Discord says that it is there.</summary>
    [Fact]
    public async Task A_thread_whose_opening_was_never_answered_is_opened_once()
    {
        await using var room = await Newsroom.StartAsync();
        room.Rig.Discord.Faults.DropAfterCommit(1, "create_thread_from_message");

        await ThreadAsync(room);
        await room.PassAsync(Duration.FromSeconds(30));
        await room.UpdateAsync(room.Ben, "They meet again.");

        var root = room.Seen(room.Wire).ShouldHaveSingleItem();
        Posting.DiscordReader.See(room.Seen(root.Id).ShouldHaveSingleItem()).Text.ShouldContain("They meet again.");
    }

    [Fact]
    public async Task Where_the_bot_may_open_none_posts_come_in_the_channel_and_the_desk_is_told()
    {
        await using var room = await Newsroom.StartAsync();
        room.Rig.Discord.DenyBot(room.Wire, Permissions.CreatePublicThreads);

        await ThreadAsync(room);
        await room.UpdateAsync(room.Ben, "They meet again.");
        await room.PassAsync(Duration.FromMinutes(2));

        Posting.DiscordReader.See(room.Seen(room.Wire)[^1]).Text.ShouldContain("They meet again.");
        var told = Posting.DiscordReader.See(room.Seen(room.Operations).ShouldHaveSingleItem()).Text;
        told.ShouldContain("A thread could not be opened");
        told.ShouldContain("Create Public Threads");
    }

    private static Task<PostedMessage> ThreadAsync(Newsroom room) =>
        room.DoAsync(room.Rig.Ada, room.Rig.Channel, "follow set", ("talks", "us-japan-autos"), ("channel", $"discord:main/{room.Wire}"), ("thread", "yes"));
}
