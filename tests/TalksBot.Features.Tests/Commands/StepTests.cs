using TalksBot.Core.Agenda;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Commands;

/// <summary>The steps of the five jobs, as <c>docs/five-jobs.md</c> tells them: nothing more may be asked for, and nothing more need be pressed.</summary>
public sealed class StepTests
{
    [Fact]
    public async Task A_first_deadline_takes_one_command_and_three_fields()
    {
        await using var desk = await NewsDesk.OpenAsync();

        var reply = await desk.SayAsync("open \"City budget\" deadline:\"in 90m\" label:\"the council votes\"");

        reply.ShouldContain("This channel follows");
        reply.ShouldContain("D1 the council votes");
        (await desk.AgendaAsync(MomentKind.Countdown)).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("deadline add", "at label")]
    [InlineData("update add", "text source tier")]
    [InlineData("deadline move", "deadline at")]
    [InlineData("acknowledge", "")]
    [InlineData("since", "")]
    [InlineData("session add", "at")]
    public async Task No_more_is_needed_than_this(string path, string fields)
    {
        await using var desk = await NewsDesk.OpenAsync();

        var needed = desk.Book.Find(path).ShouldNotBeNull().Parameters.Where(parameter => parameter is { Required: true, FromHere: false }).Select(parameter => parameter.Name);

        needed.ShouldBe(fields.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task An_update_takes_one_command_and_three_fields()
    {
        await using var desk = await FollowedAsync();

        (await desk.SayAsync("update add \"They meet again.\" \"a ministry spokesman\" official")).ShouldStartWith("#1 added");
        (await desk.DeliveriesAsync(DeliveryKind.Update)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_move_takes_one_command_and_two_fields_or_one_button_with_one_field()
    {
        await using var desk = await FollowedAsync();
        await desk.SayAsync("deadline add \"in 90m\" \"100% tariffs\"");

        (await desk.SayAsync("deadline move D1 +24h")).ShouldStartWith("D1 moved");
        await desk.ClaimAsync(MomentKind.Countdown, desk.Now + Duration.FromMinutes(90) + Duration.FromHours(24));

        var button = (await desk.DeliveriesAsync(DeliveryKind.DeadlinePassed)).ShouldHaveSingleItem().Post.Buttons.Single(known => known.Label == "Moved…");
        (await desk.SayAsync(button.Command.Replace($"at:{PostButton.Unwritten}", "at:+2h", StringComparison.Ordinal))).ShouldStartWith("D1 moved");
    }

    [Fact]
    public async Task Acknowledging_takes_one_press_or_one_word()
    {
        await using var desk = await FollowedAsync();
        await desk.SayAsync("deadline add \"in 90m\" \"100% tariffs\"");
        await desk.ClaimAsync(MomentKind.Countdown, desk.Now + Duration.FromMinutes(60));

        var alert = (await desk.DeliveriesAsync(DeliveryKind.Countdown))[^1].Post;
        alert.Buttons.ShouldHaveSingleItem().OpensForm.ShouldBeFalse();
        (await desk.SayAsync("ack")).ShouldStartWith("D1: Acknowledged by Ann");
    }

    [Fact]
    public async Task Catching_up_takes_one_command_and_no_field()
    {
        await using var desk = await FollowedAsync();

        (await desk.RunAsync("since last", "terminal:desk", Role.Reader)).Refused.ShouldBeFalse();
    }

    /// <summary>A channel that follows one negotiation, as after the first job.</summary>
    private static async Task<NewsDesk> FollowedAsync()
    {
        var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos");
        return desk;
    }
}
