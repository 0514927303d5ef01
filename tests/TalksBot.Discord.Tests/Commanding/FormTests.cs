using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Negotiations;
using TalksBot.Simulators.Discord;

namespace TalksBot.Discord.Tests.Commanding;

public sealed class FormTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_long_text_left_out_is_asked_for_in_a_form()
    {
        await using var rig = await StartAsync();

        var opened = await rig.RunAsync(rig.Ada, "update add", ("talks", "us-japan-autos"), ("tier", "official"), ("source", "a senior US official"), ("side", "US"));
        var sent = await rig.SubmitAsync(rig.Ada, opened.InteractionId, ("text", "The minister went\nthrough \"the paper\" – in detail."));

        opened.Kind.ShouldBe(DiscordAnswerKind.Modal);
        CommandRig.Text(sent).ShouldContain("#1 added");
        sent.Message!.Ephemeral.ShouldBeTrue();
        var update = await rig.ReadAsync(db => db.Set<Update>().SingleAsync(Token));
        update.Text.ShouldBe("The minister went\nthrough \"the paper\" – in detail.");
        ((string?)opened.Modal!["title"]).ShouldBe("Report an update");
        (update.Attribution, update.Side).ShouldBe(("a senior US official", "US"));
        rig.Discord.Stats.RequestFaults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_form_can_be_written_again_without_typing_it_all()
    {
        await using var rig = await StartAsync();
        var opened = await rig.RunAsync(rig.Ada, "update add", ("talks", "us-japan-autos"), ("tier", "official"), ("source", "a source"));
        var written = string.Join(' ', Enumerable.Repeat("Said at length.", 60));

        var refused = await rig.SubmitAsync(rig.Ada, opened.InteractionId, ("text", written));
        var again = await rig.PressAsync(rig.Ada, refused.Message!, "Write again");

        again.Kind.ShouldBe(DiscordAnswerKind.Modal);
        ((string)again.Modal!["components"]![0]!["component"]!["value"]!).ShouldBe(written);
    }

    [Theory]
    [InlineData(2_500, 2_500)]
    [InlineData(5_000, 4_000)]
    public async Task A_text_refused_for_its_length_comes_back_in_a_form_that_holds_it(int length, int held)
    {
        await using var rig = await StartAsync();
        var refused = await rig.RunAsync(
            rig.Ada, "update add", ("talks", "us-japan-autos"), ("tier", "official"), ("source", "a senior US official"), ("text", new string('x', length)));

        var again = await rig.PressAsync(rig.Ada, refused.Message!, "Write again");

        again.Kind.ShouldBe(DiscordAnswerKind.Modal);
        ((string)again.Modal!["components"]![0]!["component"]!["value"]!).Length.ShouldBe(held);
        rig.Discord.Stats.RequestFaults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_sent_after_a_restart_is_taken()
    {
        await using var rig = await StartAsync();
        var opened = await OpenAsync(rig);
        await rig.RestartBotAsync();

        var answer = await rig.SubmitAsync(rig.Ada, opened.InteractionId, ("text", "All that was heard"));

        CommandRig.Text(answer).ShouldContain("#1 added ·");
        CommandRig.Text(answer).ShouldContain("All that was heard");
    }

    [Fact]
    public async Task A_form_sent_too_late_gives_the_words_back()
    {
        await using var rig = await StartAsync();
        var opened = await OpenAsync(rig);
        (await rig.ReadAsync(db => db.KeptLines.ExecuteDeleteAsync(TestContext.Current.CancellationToken))).ShouldBe(1);

        var answer = await rig.SubmitAsync(rig.Ada, opened.InteractionId, ("text", "All that was heard"));

        CommandRig.Text(answer).ShouldContain("form has expired");
        CommandRig.Text(answer).ShouldContain("All that was heard");
    }

    [Fact]
    public async Task Somebody_who_may_not_give_the_command_gets_no_form()
    {
        await using var rig = await StartAsync();

        var answer = await rig.RunAsync(rig.Cleo, "update add", ("talks", "us-japan-autos"), ("tier", "official"), ("source", "a senior US official"));

        CommandRig.Text(answer).ShouldContain("needs the role reporter");
    }

    /// <summary>A form whose line is too long for its id.</summary>
    private static Task<DiscordAnswer> OpenAsync(CommandRig rig) => rig.RunAsync(
        rig.Ada, "update add", ("talks", "us-japan-autos"), ("source", "a senior US official who asked not to be named because the talks go on"), ("side", "US"), ("tier", "unnamed"));

    private static async Task<CommandRig> StartAsync()
    {
        var rig = await CommandRig.StartAsync();
        await rig.OpenTalksAsync();
        return rig;
    }
}
