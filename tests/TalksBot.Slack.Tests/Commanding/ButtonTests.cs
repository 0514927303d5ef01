using Microsoft.EntityFrameworkCore;
using TalksBot.Chat.Commanding;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Simulators.Slack;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests.Commanding;

public sealed class ButtonTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unclear_time_is_offered_as_buttons_and_a_press_takes_their_place_and_does_it_once()
    {
        await using var rig = await CommandRig.StartAsync();
        await rig.OpenTalksAsync();
        var asked = CommandRig.Message(await rig.RunAsync(rig.Ada, "deadline add us-japan-autos \"tomorrow 11:59\" \"100% tariffs\""));
        var label = CommandRig.Labels(asked)[0];

        var presses = await Task.WhenAll(rig.PressAsync(rig.Ada, asked, label), rig.PressAsync(rig.Ada, asked, label));

        await Eventually.IsTrueAsync(() => rig.Slack.Messages(rig.Channel, rig.Ada).Any(message => message.Shown.Contains("D1 set", StringComparison.Ordinal)));
        await Task.Delay(TimeSpan.FromMilliseconds(300), Token);

        presses.ShouldAllBe(press => press.Kind == SlackAnswerKind.Acked);
        (await rig.ReadAsync(db => db.Deadlines.CountAsync(Token))).ShouldBe(1);
        rig.Slack.Messages(rig.Channel, rig.Ada).Single(message => message.Ts == asked.Ts).Shown.ShouldContain("D1 set");
    }

    [Fact]
    public async Task The_callers_own_clock_is_offered_where_a_time_is_unclear()
    {
        await using var rig = await CommandRig.StartAsync();
        await rig.OpenTalksAsync();

        var asked = CommandRig.Message(await rig.RunAsync(rig.Ada, "deadline add us-japan-autos \"tomorrow 11:59\" tariffs"));

        var labels = CommandRig.Labels(asked);
        labels.Count(label => label.EndsWith(" Geneva", StringComparison.Ordinal)).ShouldBe(2);
        labels.Count(label => label.EndsWith(" Washington", StringComparison.Ordinal)).ShouldBe(2);
        await rig.PressAsync(rig.Ada, asked, labels[^1]);
        (await rig.ReadAsync(db => db.Deadlines.SingleAsync(Token))).At.Zone.Id.ShouldBe("America/New_York");
    }

    [Theory]
    [InlineData(20)]
    [InlineData(1_000)]
    [InlineData(1_990)]
    public async Task A_line_of_any_length_works_behind_a_button(int length)
    {
        await using var rig = await CommandRig.StartAsync();
        await rig.OpenTalksAsync();
        var asked = CommandRig.Message(await rig.RunAsync(rig.Ada, $"deadline add us-japan-autos \"tomorrow 11:59\" tariffs consequence:\"{new string('x', length)}\""));

        var pressed = await rig.PressAsync(rig.Ada, asked, CommandRig.Labels(asked)[0]);

        pressed.Shown.ShouldContain("D1 set");
        rig.Slack.Stats.InvalidRequests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_button_of_before_a_restart_works_however_long_its_line_is()
    {
        await using var rig = await CommandRig.StartAsync();
        await rig.OpenTalksAsync();
        var brief = CommandRig.Message(await rig.RunAsync(rig.Ada, $"deadline add us-japan-autos \"tomorrow 11:59\" tariffs consequence:{new string('x', 900)}"));
        var lengthy = CommandRig.Message(await rig.RunAsync(rig.Ada, $"deadline add us-japan-autos \"tomorrow 11:59\" quotas consequence:{new string('x', 1_990)}"));
        await rig.RestartBotAsync();

        var works = await rig.PressAsync(rig.Ada, brief, CommandRig.Labels(brief)[0]);
        var worksToo = await rig.PressAsync(rig.Ada, lengthy, CommandRig.Labels(lengthy)[0]);

        works.Shown.ShouldContain("D1 set");
        worksToo.Shown.ShouldContain("D2 set");
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
        var (id, value) = TalksBot.Slack.Commanding.ButtonId.Write(command, "Post");

        $"{id}{value}".ShouldNotContain(character => character == '&' || character == '<' || character == '>');
        TalksBot.Slack.Commanding.ButtonId.Read(id, value).ShouldBe(command);
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
        TalksBot.Slack.Commanding.ButtonId.Read("elsewhere", "note it").ShouldBeNull();
        TalksBot.Slack.Commanding.ButtonId.Read("r=00:", value: null).ShouldBeNull();
        TalksBot.Slack.Commanding.ButtonId.Read("", value: null).ShouldBeNull();
    }
}
