using Microsoft.EntityFrameworkCore;
using TalksBot.Chat.Commanding;
using TalksBot.Core.Negotiations;
using TalksBot.Simulators.Slack;
using TalksBot.Slack.Commanding;
using TalksBot.Slack.Posting;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests.Commanding;

public sealed class FormTests
{
    private const string Add = "update add us-japan-autos source:\"a senior US official\" tier:official side:US";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_long_text_left_out_is_asked_for_in_a_form_and_the_answer_is_private()
    {
        await using var rig = await StartAsync();

        var opened = await rig.RunAsync(rig.Ada, Add);
        var sent = await rig.SubmitAsync(rig.Ada, opened.ViewId(), "text", "The minister went\nthrough \"the paper\" – in detail.");
        await Eventually.IsTrueAsync(() => rig.Slack.Messages(rig.Channel, rig.Ada).Any(message => message.Shown.Contains("#1 added", StringComparison.Ordinal)));

        sent.View.ShouldBeNull();
        sent.Errors.ShouldBeEmpty();
        rig.Slack.Messages(rig.Channel, rig.Cleo).ShouldBeEmpty();
        var update = await rig.ReadAsync(db => db.Set<Update>().SingleAsync(Token));
        update.Text.ShouldBe("The minister went\nthrough \"the paper\" – in detail.");
        (update.Attribution, update.Side).ShouldBe(("a senior US official", "US"));
        rig.Slack.Stats.InvalidRequests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refusal_stands_in_the_form_beside_what_was_written()
    {
        await using var rig = await StartAsync();
        var opened = await rig.RunAsync(rig.Ada, Add);

        var refused = await rig.SubmitAsync(rig.Ada, opened.ViewId(), "text", new string('x', 2_500));
        var sent = await rig.SubmitAsync(rig.Ada, opened.ViewId(), "text", "Shorter now.");

        refused.Errors["text"].ShouldContain("shorten it to 2,000");
        refused.ViewId().ShouldBe(opened.ViewId());
        sent.Errors.ShouldBeEmpty();
        (await rig.ReadAsync(db => db.Set<Update>().SingleAsync(Token))).Text.ShouldBe("Shorter now.");
    }

    [Fact]
    public async Task A_long_text_typed_in_the_line_and_refused_can_be_written_again_without_typing_it_all()
    {
        await using var rig = await StartAsync();
        var written = string.Join(' ', Enumerable.Repeat("Said at length.", 160));
        var refused = CommandRig.Message(await rig.RunAsync(rig.Ada, $"{Add} text:\"{written}\""));

        var again = await rig.PressAsync(rig.Ada, refused, "Write again");
        await rig.SubmitAsync(rig.Ada, again.ViewId(), "text", "Said briefly.");

        ((string)again.View!["blocks"]![0]!["element"]!["initial_value"]!).ShouldBe(written);
        (await rig.ReadAsync(db => db.Set<Update>().SingleAsync(Token))).Text.ShouldBe("Said briefly.");
        await Eventually.IsTrueAsync(() => rig.Slack.Messages(rig.Channel, rig.Ada).Single(message => message.Ts == refused.Ts).Shown.Contains("#1 added", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_sent_after_a_restart_still_works()
    {
        await using var rig = await StartAsync();
        var opened = await rig.RunAsync(rig.Ada, Add);
        await rig.RestartBotAsync();

        await rig.SubmitAsync(rig.Ada, opened.ViewId(), "text", "All that was heard");

        (await rig.ReadAsync(db => db.Set<Update>().SingleAsync(Token))).Text.ShouldBe("All that was heard");
        await Eventually.IsTrueAsync(() => rig.Slack.Messages(rig.Channel, rig.Ada).Any(message => message.Shown.Contains("#1 added", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_line_too_long_for_its_form_is_known_after_a_restart()
    {
        await using var rig = await StartAsync();
        var opened = await rig.RunAsync(rig.Ada, $"update add us-japan-autos source:\"{new string('s', 450)}\" tier:official");
        await rig.RestartBotAsync();

        var answer = await rig.SubmitAsync(rig.Ada, opened.ViewId(), "text", "All that was heard");

        answer.Errors["text"].ShouldContain("The source has 450 characters");
    }

    [Fact]
    public async Task A_form_whose_line_is_forgotten_stays_open_with_the_words_in_it()
    {
        await using var rig = await StartAsync();
        var opened = await rig.RunAsync(rig.Ada, $"update add us-japan-autos source:\"{new string('s', 450)}\" tier:official");
        (await rig.ReadAsync(db => db.KeptLines.ExecuteDeleteAsync(Token))).ShouldBe(1);

        var answer = await rig.SubmitAsync(rig.Ada, opened.ViewId(), "text", "All that was heard");

        answer.Errors["text"].ShouldContain("has expired");
        answer.ViewId().ShouldBe(opened.ViewId());
    }

    [Fact]
    public async Task Somebody_who_may_not_give_the_command_gets_no_form()
    {
        await using var rig = await StartAsync();

        var answer = await rig.RunAsync(rig.Cleo, Add);

        answer.View.ShouldBeNull();
        answer.Shown.ShouldContain("needs the role reporter");
    }

    [Fact]
    public async Task A_form_that_Slack_does_not_open_is_offered_as_a_button()
    {
        await using var rig = await StartAsync();
        rig.Slack.Faults.Add(new WebFault(WebFaultKind.ErrorBeforeCommit) { Method = "views.open", Error = "expired_trigger_id" });

        var offered = CommandRig.Message(await rig.RunAsync(rig.Ada, Add));
        var opened = await rig.PressAsync(rig.Ada, offered, "Write it");

        offered.Shown.ShouldContain("also needs “text”");
        opened.View.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1,2,3,4,5]")]
    [InlineData("[\":\",\"x\"]")]
    public void A_note_that_is_none_of_ours_reads_as_nothing(string? metadata) => FormNote.Read(metadata).ShouldBeNull();

    [Fact]
    public void A_note_fits_into_a_form_whatever_is_typed()
    {
        var line = new string('\u4e2d', 400);
        FormNote.Carries(line).ShouldBeTrue();
        var note = new FormNote(new ButtonCommand(ButtonAct.Form, line), new SlackPlace("C12345678901", "1503435956.000247"), "0123456789ABCDEF01234567");

        note.Write().Length.ShouldBeLessThan(3_000);
        FormNote.Read(note.Write()).ShouldBe(note);
    }

    private static async Task<CommandRig> StartAsync()
    {
        var rig = await CommandRig.StartAsync();
        await rig.OpenTalksAsync();
        return rig;
    }
}
