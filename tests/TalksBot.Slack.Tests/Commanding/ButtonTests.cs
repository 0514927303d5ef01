using Microsoft.EntityFrameworkCore;
using TalksBot.Chat.Commanding;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests.Commanding;

public sealed class ButtonTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_callers_own_clock_is_offered_where_a_time_is_unclear_and_a_press_takes_the_place_of_the_offer()
    {
        await using var rig = await CommandRig.StartAsync();
        await rig.OpenTalksAsync();

        var asked = CommandRig.Message(await rig.RunAsync(rig.Ada, "deadline add us-japan-autos \"tomorrow 11:59\" tariffs"));

        var labels = CommandRig.Labels(asked);
        labels.Count(label => label.EndsWith(" Geneva", StringComparison.Ordinal)).ShouldBe(2);
        labels.Count(label => label.EndsWith(" Washington", StringComparison.Ordinal)).ShouldBe(2);
        await rig.PressAsync(rig.Ada, asked, labels[^1]);
        (await rig.ReadAsync(db => db.Deadlines.SingleAsync(Token))).At.Zone.Id.ShouldBe("America/New_York");
        rig.Slack.Messages(rig.Channel, rig.Ada).Single(message => message.Ts == asked.Ts).Shown.ShouldContain("D1 set");
    }

    [Fact]
    public async Task A_refused_press_may_be_repeated()
    {
        var desk = new WatchedDesk { Answer = call => Reply.Refuse("Not now.", [new PostButton("Again", call.Line)]) };
        await using var rig = await CommandRig.StartAsync(desk);
        var asked = CommandRig.Message(await rig.RunAsync(rig.Cleo, "note it"));

        await rig.PressAsync(rig.Cleo, asked, "Again");
        await rig.PressAsync(rig.Cleo, asked, "Again");

        desk.Calls.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(300)]
    public void A_line_behind_a_button_holds_nothing_that_Slack_escapes(int length)
    {
        var line = $"note \"AT&T <b> 100% &amp; %26\" {new string('x', length)}";

        var command = new ButtonCommand(ButtonAct.Run, line);
        var (id, value) = TalksBot.Slack.Posting.ButtonId.Write(command, "Post");

        $"{id}{value}".ShouldNotContain(character => character == '&' || character == '<' || character == '>');
        TalksBot.Slack.Posting.ButtonId.Read(id, value).ShouldBe(command);
    }

    [Fact]
    public async Task Buttons_with_lines_of_their_own_never_share_an_id()
    {
        string Line(char letter) => $"/talks note {new string(letter, 300)}";
        var desk = new WatchedDesk { Answer = _ => Reply.Refuse("Which?", [new PostButton("Ab", Line('x')), new PostButton("BC", Line('y')), new PostButton("Ab", Line('z'))]) };
        await using var rig = await CommandRig.StartAsync(desk);

        var asked = CommandRig.Message(await rig.RunAsync(rig.Cleo, "note it"));

        CommandRig.Labels(asked).ShouldBe(["Ab", "BC", "Ab"]);
        rig.Slack.Stats.InvalidRequests.ShouldBeEmpty();
    }

    [Fact]
    public void An_id_that_is_none_of_ours_reads_as_nothing()
    {
        TalksBot.Slack.Posting.ButtonId.Read("elsewhere", "note it").ShouldBeNull();
        TalksBot.Slack.Posting.ButtonId.Read("r=00:", value: null).ShouldBeNull();
        TalksBot.Slack.Posting.ButtonId.Read("", value: null).ShouldBeNull();
    }
}
