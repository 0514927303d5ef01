using TalksBot.Simulators.Slack;

namespace TalksBot.Slack.Tests.Commanding;

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
            await room.Rig.RestartBotAsync();
        }

        var undone = await room.PressTogetherAsync(answer, "Undo", room.Ben);

        undone[^1].ShouldContain("1 channel that had been told hears that it was taken back.");
        var seen = room.Seen(room.Wire);
        seen.Count.ShouldBe(2);
        (seen[0].Edited, seen[0].Json.ToJsonString().Contains("\"strike\":true", StringComparison.Ordinal)).ShouldBe((true, true));
        seen[1].Shown.ShouldContain("UNDONE");
        CommandRig.Labels(room.Rig.Slack.Messages(room.Rig.Channel, room.Ben)[^1]).ShouldBeEmpty();
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
    public async Task A_second_undo_says_who_did_it_and_somebody_without_the_role_is_refused_in_private()
    {
        await using var room = await Newsroom.StartAsync();
        var answer = await room.UpdateAsync(room.Ben, "They meet again.");

        var refused = CommandRig.Message(await room.Rig.RunAsync(room.Rig.Cleo, $"undo {Key(answer)}"));
        await room.SettleAsync();
        var untouched = room.Seen(room.Wire).ShouldHaveSingleItem().Edited;
        await room.PressTogetherAsync(answer, "Undo", room.Ben);
        var second = await room.Rig.RunAsync(room.Dora, $"undo {Key(answer)}");

        (refused.OnlyFor, untouched).ShouldBe((room.Rig.Cleo, false));
        refused.Shown.ShouldContain("needs the role reporter");
        second.Shown.ShouldContain("That was undone already, by ben.");
        room.Seen(room.Wire).Count.ShouldBe(2);
    }

    [Fact]
    public async Task After_five_minutes_it_says_that_the_change_stands()
    {
        await using var room = await Newsroom.StartAsync();
        var answer = await room.UpdateAsync(room.Ben, "They meet again.");
        await room.PassAsync(Duration.FromMinutes(6));

        var late = await room.PressTogetherAsync(answer, "Undo", room.Ben);

        late[^1].ShouldContain("more than 5 minutes ago and stands");
        room.Seen(room.Wire).ShouldHaveSingleItem().Edited.ShouldBeFalse();
    }

    private static string Key(PostedMessage answer) => answer.Blocks.SelectMany(block => block!["elements"]?.AsArray() ?? [])
        .Where(element => (string?)element!["text"]?["text"] == "Undo").Select(button => (string)button!["action_id"]!).ShouldHaveSingleItem().Split(' ')[^1];
}
