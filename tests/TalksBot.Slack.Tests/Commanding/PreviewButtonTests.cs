using TalksBot.Simulators.Slack;

namespace TalksBot.Slack.Tests.Commanding;

/// <summary>What would tell other channels is shown before it does.</summary>
public sealed class PreviewButtonTests
{
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
