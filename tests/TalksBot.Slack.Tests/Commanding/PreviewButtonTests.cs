using TalksBot.Simulators.Slack;

namespace TalksBot.Slack.Tests.Commanding;

/// <summary>What would tell other channels is shown before it does.</summary>
public sealed class PreviewButtonTests
{
    [Fact]
    public async Task Nothing_is_posted_before_a_press_and_pressing_twice_posts_once()
    {
        await using var room = await Newsroom.StartAsync();
        var preview = await AskAsync(room);
        await room.SettleAsync();
        var before = room.Seen(room.Wire).Count;

        var answers = await room.PressTogetherAsync(preview, "Post", room.Ben, room.Ben);

        before.ShouldBe(0);
        preview.Shown.ShouldContain("Nothing is posted yet: this would tell 1 channel");
        preview.Shown.ShouldContain($"To <#{room.Wire}>");
        preview.Shown.ShouldContain("They meet again.");
        answers.ShouldContain(text => text.Contains("#1 added ·", StringComparison.Ordinal));
        room.Seen(room.Wire).ShouldHaveSingleItem().Shown.ShouldContain("They meet again.");
    }

    [Fact]
    public async Task Cancel_posts_nothing_and_leaves_no_button()
    {
        await using var room = await Newsroom.StartAsync();
        var preview = await AskAsync(room);

        var answers = await room.PressTogetherAsync(preview, "Cancel", room.Ben);

        answers[^1].ShouldContain("Cancelled: nothing was posted and nothing was changed.");
        room.Seen(room.Wire).ShouldBeEmpty();
        CommandRig.Labels(room.Rig.Slack.Messages(room.Rig.Channel, room.Ben)[^1]).ShouldBeEmpty();
        (await room.Rig.RunAsync(room.Ben, "update list us-japan-autos")).Shown.ShouldNotContain("They meet again.");
    }

    [Fact]
    public async Task Post_pressed_again_when_its_answer_stands_elsewhere_posts_nothing_more_and_can_be_undone()
    {
        await using var room = await Newsroom.StartAsync();
        var preview = await AskAsync(room);
        room.Rig.Slack.Faults.Add(new WebFault(WebFaultKind.DropBeforeCommit) { Method = "response_url", Times = 3 });
        await room.PressTogetherAsync(preview, "Post", room.Ben);
        await room.Rig.RestartBotAsync();

        var answers = await room.PressTogetherAsync(preview, "Post", room.Ben);

        answers.ShouldContain(text => text.Contains("That was carried out already, by ben; nothing was done again.", StringComparison.Ordinal), 1);
        room.Seen(room.Wire).ShouldHaveSingleItem();
        CommandRig.Labels(room.Rig.Slack.Messages(room.Rig.Channel, room.Ben).Single(message => message.Ts == preview.Ts)).ShouldBe(["Receipts", "Undo"]);
    }

    [Fact]
    public async Task Which_shows_the_channels_by_their_names()
    {
        await using var room = await Newsroom.StartAsync();

        var which = CommandRig.Message(await room.Rig.RunAsync(room.Ben, "update add us-japan-autos \"They meet again.\" \"a senior US official\" tier:official confirm:which"));

        which.Shown.ShouldContain("Nothing is posted yet: it goes to 1 channel");
        which.Shown.ShouldContain($"<#{room.Wire}>");
        which.Shown.ShouldNotContain("slack:main");
        room.Seen(room.Wire).ShouldBeEmpty();
    }

    private static async Task<PostedMessage> AskAsync(Newsroom room) => CommandRig.Message(
        await room.Rig.RunAsync(room.Ben, "update add us-japan-autos \"They meet again.\" \"a senior US official\" tier:official"));
}
