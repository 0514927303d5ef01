using TalksBot.Simulators.Discord;

namespace TalksBot.Discord.Tests.Commanding;

/// <summary>Ben has added an update that the channel wire was told; the answer to him has an Undo button.</summary>
public sealed class UndoButtonTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Strikes_the_post_and_says_so_below_it_also_when_the_bot_was_restarted_before(bool restarts)
    {
        await using var room = await Newsroom.StartAsync();
        var answer = await room.UpdateAsync(room.Ben, "They meet again.");
        if (restarts)
        {
            await room.RestartBotAsync();
        }

        var undone = await room.PressTogetherAsync(answer, "Undo", room.Ben);

        undone.ShouldHaveSingleItem().ShouldContain("1 channel that had been told hears that it was taken back.");
        var seen = room.Seen(room.Wire);
        seen.Count.ShouldBe(2);
        (seen[0].Edits, CommandRig.Text(seen[0]).Contains("~~", StringComparison.Ordinal)).ShouldBe((1, true));
        CommandRig.Text(seen[1]).ShouldContain("UNDONE");
        CommandRig.Buttons(room.Rig.Discord.Messages(room.Rig.Channel, room.Ben)[^1]).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pressed_twice_it_tells_the_channel_once()
    {
        await using var room = await Newsroom.StartAsync();
        var answer = await room.UpdateAsync(room.Ben, "They meet again.");

        await room.PressTogetherAsync(answer, "Undo", room.Ben, room.Ben);

        room.Seen(room.Wire).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_second_undo_says_who_did_it()
    {
        await using var room = await Newsroom.StartAsync();
        var answer = await room.UpdateAsync(room.Ben, "They meet again.");
        await room.PressTogetherAsync(answer, "Undo", room.Ben);

        var second = await room.Rig.RunAsync(room.Dora, "undo", ("change", Key(answer)));

        CommandRig.Text(second).ShouldContain("That was undone already, by ben.");
        room.Seen(room.Wire).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Somebody_without_the_role_is_refused_in_private()
    {
        await using var room = await Newsroom.StartAsync();
        var answer = await room.UpdateAsync(room.Ben, "They meet again.");

        var refused = await room.Rig.RunAsync(room.Rig.Cleo, "undo", ("change", Key(answer)));
        await room.SettleAsync();

        CommandRig.Text(refused).ShouldContain("needs the role reporter");
        refused.Message!.Ephemeral.ShouldBeTrue();
        room.Seen(room.Wire).ShouldHaveSingleItem().Edits.ShouldBe(0);
    }

    [Fact]
    public async Task After_five_minutes_it_says_that_the_change_stands()
    {
        await using var room = await Newsroom.StartAsync();
        var answer = await room.UpdateAsync(room.Ben, "They meet again.");
        await room.PassAsync(Duration.FromMinutes(6));

        var late = await room.PressTogetherAsync(answer, "Undo", room.Ben);

        late.ShouldHaveSingleItem().ShouldContain("more than 5 minutes ago and stands");
        room.Seen(room.Wire).ShouldHaveSingleItem().Edits.ShouldBe(0);
    }

    private static string Key(PostedMessage answer) =>
        ((string)CommandRig.Buttons(answer).Single(button => (string)button["label"]! == "Undo")["custom_id"]!).Split(' ')[^1];
}
