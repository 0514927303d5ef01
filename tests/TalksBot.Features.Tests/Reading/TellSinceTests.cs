using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;

namespace TalksBot.Features.Tests.Reading;

public sealed class TellSinceTests
{
    private static readonly ChannelAddress Desk = new("terminal", "", "desk");

    [Theory]
    [InlineData("since")]
    [InlineData("since last")]
    [InlineData("since LAST us-japan-autos")]
    public async Task Without_a_span_it_begins_where_the_last_one_ended(string line)
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("point add us-japan-autos enforcement");
        await desk.SayAsync("since 1h");
        desk.Clock.Advance(Duration.FromHours(8));
        await desk.SayAsync("point add us-japan-autos dealerships");

        var answer = await desk.SayAsync(line);

        answer.ShouldStartWith("1 change since Tue 27 Jun 1995 10:00 Washington");
        answer.ShouldContain("dealerships");
        answer.ShouldNotContain("enforcement");
    }

    [Fact]
    public async Task Each_handover_begins_where_the_one_before_ended_so_nothing_is_told_twice()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("since 1h");
        desk.Clock.Advance(Duration.FromHours(1));
        await desk.SayAsync("point add us-japan-autos enforcement");
        await desk.SayAsync("since");

        (await desk.SayAsync("since")).ShouldStartWith("No change since Tue 27 Jun 1995 11:00 Washington");
    }

    [Fact]
    public async Task The_first_one_asks_how_long_and_its_buttons_answer()
    {
        await using var desk = await NewsDesk.OpenAsync();

        var first = await desk.RunAsync("since talks:us-japan-autos", "terminal:desk", Role.Reader);

        first.Refused.ShouldBeTrue();
        first.Body.Heading.ShouldBe("This is your first handover, so there is no last one to begin from; say how long you were away.");
        first.Body.Buttons.Select(button => button.Label).ShouldBe(["6h", "12h", "24h"]);
        (await desk.SayAsync(first.Body.Buttons[1].Command)).ShouldContain("since Mon 26 Jun 1995 22:00 Washington");
    }

    [Fact]
    public async Task Everybody_has_their_own_whatever_they_are_called()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.RunAsync("since 1h", new Caller("Ann", Role.Reader, Desk) { Person = "discord:main/user/1" });

        var namesake = await desk.RunAsync("since", new Caller("Ann", Role.Reader, Desk) { Person = "discord:main/user/2" });
        var renamed = await desk.RunAsync("since", new Caller("Anna", Role.Reader, Desk) { Person = "discord:main/user/1" });

        namesake.Refused.ShouldBeTrue();
        renamed.Refused.ShouldBeFalse();
    }

    [Fact]
    public async Task A_refused_one_was_not_told()
    {
        await using var desk = await NewsDesk.OpenAsync();

        await desk.RefusedAsync("since 6h no-such-talks");

        (await desk.ReadAsync(db => db.Handovers.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(0);
    }
}
