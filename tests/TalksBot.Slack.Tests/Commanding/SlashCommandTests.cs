using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Commands;
using TalksBot.Simulators.Slack;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests.Commanding;

public sealed class SlashCommandTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_in_private_with_the_receipt()
    {
        await using var rig = await CommandRig.StartAsync();

        var answer = await rig.RunAsync(rig.Cleo, "help");

        answer.Kind.ShouldBe(SlackAnswerKind.Acked);
        answer.Shown.ShouldContain("What you can say to the desk");
        CommandRig.Message(answer).OnlyFor.ShouldBe(rig.Cleo);
        rig.Slack.Messages(rig.Channel).ShouldBeEmpty();
        rig.Slack.Stats.Requests.ShouldNotContainKey("response_url");
        rig.Slack.Stats.InvalidRequests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_slip_is_answered_with_what_was_meant_as_a_button()
    {
        await using var rig = await CommandRig.StartAsync();
        var slip = await rig.RunAsync(rig.Cleo, "hlep status");

        var pressed = await rig.PressAsync(rig.Cleo, CommandRig.Message(slip), "help");

        slip.Shown.ShouldContain("Did you mean `help`?");
        pressed.Shown.ShouldContain("Usage");
    }

    [Fact]
    public async Task An_answer_that_no_receipt_can_hold_comes_after_it()
    {
        var lengthy = new string('日', 6_000);
        var desk = new WatchedDesk { Answer = _ => Reply.Answer(lengthy) };
        await using var rig = await CommandRig.StartAsync(desk);

        await rig.RunAsync(rig.Cleo, "note it");
        await Eventually.IsTrueAsync(() => rig.Slack.Messages(rig.Channel, rig.Cleo).Count == 1);

        rig.Slack.Messages(rig.Channel, rig.Cleo).Single().Shown.Count(letter => letter == '日').ShouldBe(6_000);
        (rig.Slack.Stats.Requests["response_url"], rig.Slack.Stats.AckedEnvelopes, desk.Calls.Count).ShouldBe((1, 1, 1));
    }

    [Fact]
    public async Task A_slow_command_is_acknowledged_in_time_and_answered_later()
    {
        var desk = new WatchedDesk { Takes = TimeSpan.FromSeconds(3.5) };
        await using var rig = await CommandRig.StartAsync(desk, new SlackSimulatorOptions());

        var answer = await rig.RunAsync(rig.Cleo, "note slow");

        answer.Kind.ShouldBe(SlackAnswerKind.Acked);
        answer.Shown.ShouldContain("noted slow");
        CommandRig.Message(answer).OnlyFor.ShouldBe(rig.Cleo);
        desk.Calls.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(WebFaultKind.DropAfterCommit, 2)]
    [InlineData(WebFaultKind.DropBeforeCommit, 1)]
    [InlineData(WebFaultKind.Unavailable, 1)]
    [InlineData(WebFaultKind.HtmlPage, 1)]
    public async Task A_late_answer_that_is_lost_is_given_again_and_its_command_not_run_again(WebFaultKind fault, int shown)
    {
        var desk = new WatchedDesk { Takes = TimeSpan.FromSeconds(2.2) };
        await using var rig = await CommandRig.StartAsync(desk);
        rig.Slack.Faults.Add(new WebFault(fault) { Method = "response_url" });

        await rig.RunAsync(rig.Cleo, "note lost");
        await Eventually.IsTrueAsync(() => rig.Slack.Stats.Requests["response_url"] == 2);
        await rig.RestartBotAsync();

        var answers = rig.Slack.Messages(rig.Channel, rig.Cleo);
        answers.Count.ShouldBe(shown);
        answers.ShouldAllBe(answer => answer.Shown.Contains("noted lost"));
        desk.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_that_Slack_takes_nowhere_else_goes_to_the_person_directly()
    {
        var desk = new WatchedDesk { Takes = TimeSpan.FromSeconds(2.2) };
        await using var rig = await CommandRig.StartAsync(desk, CommandRig.Calm with { ResponseUrlLife = TimeSpan.Zero, AnswerPatience = TimeSpan.Zero });
        rig.Slack.Remove(rig.Channel, rig.Slack.BotUserId);

        await rig.RunAsync(rig.Cleo, "note far");
        var direct = rig.Slack.DirectChannel(rig.Cleo);
        await Eventually.IsTrueAsync(() => rig.Slack.Messages(direct).Count == 1);

        rig.Slack.Messages(direct).ShouldHaveSingleItem().Shown.ShouldContain("noted far");
    }

    [Fact]
    public async Task Once_an_address_is_worn_out_the_answer_comes_in_private_another_way()
    {
        var desk = new WatchedDesk { Takes = TimeSpan.FromSeconds(2.2) };
        await using var rig = await CommandRig.StartAsync(desk, CommandRig.Calm with { ResponseUrlUses = 0 });

        var answer = await rig.RunAsync(rig.Cleo, "note worn");

        answer.Shown.ShouldContain("noted worn");
        CommandRig.Message(answer).OnlyFor.ShouldBe(rig.Cleo);
        rig.Slack.Stats.Requests["chat.postEphemeral"].ShouldBe(1);
    }

    [Fact]
    public async Task Everything_a_person_types_stays_words()
    {
        await using var rig = await CommandRig.StartAsync();

        var answer = await rig.RunAsync(rig.Cleo, "help \"<!channel> @here &lt; <@U0123456789> *x* \u200b\"");

        CommandRig.Message(answer).Pings.ShouldBeEmpty();
        answer.Shown.ShouldContain("&lt;");
    }

    [Theory]
    [InlineData(ChannelKind.Public)]
    [InlineData(ChannelKind.Private)]
    public async Task A_channel_is_named_as_people_name_it(ChannelKind kind)
    {
        await using var rig = await CommandRig.StartAsync();
        var wire = rig.Slack.AddChannel("wire", kind);
        await rig.OpenTalksAsync();

        var answer = await rig.RunAsync(rig.Ada, "follow add us-japan-autos channel:#wire digest:none");

        answer.Shown.ShouldNotContain("is no channel");
        var follow = await rig.ReadAsync(db => db.Negotiations.SelectMany(talks => talks.Follows).SingleAsync(Token));
        $"{follow.Channel}".ShouldBe($"slack:main/{wire}");
    }

    [Fact]
    public async Task A_change_is_in_the_record_under_a_name_and_a_lasting_identity()
    {
        await using var rig = await CommandRig.StartAsync();

        await rig.OpenTalksAsync();

        var act = await rig.ReadAsync(db => db.Set<Core.Negotiations.Snapshots.Act>().SingleAsync(Token));
        (act.By, act.Person).ShouldBe(("ada", $"slack:main/user/{rig.Ada}"));
    }
}
