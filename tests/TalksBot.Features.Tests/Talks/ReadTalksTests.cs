using TalksBot.Core.Commands;

namespace TalksBot.Features.Tests.Talks;

public sealed class ReadTalksTests
{
    [Fact]
    public async Task List_shows_open_talks_in_full_and_closed_ones_by_name()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks open rail-strike \"Rail strike\" follow:no");
        await desk.DoneAsync("/talks close rail-strike");

        var reply = await desk.DoneAsync("/talks list", Role.Reader);

        reply.ShouldBe("""
            The desk follows 1 negotiation
            us-japan-autos · US–Japan automotive talks – scheduled – D1 in 1 d 21 h (23:59 Washington Wed 28 Jun)
            1 negotiation closed: /talks list state:closed
            """);
    }

    [Fact]
    public async Task Next_tells_of_sessions_and_deadlines_of_all_open_talks_soonest_first()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks open rail-strike \"Rail strike\" follow:no");
        await desk.DoneAsync("/talks session add rail-strike \"28 Jun 1995 17:00 UTC\"");

        var reply = await desk.DoneAsync("/talks next", Role.Reader);

        reply.ShouldStartWith("Next deadlines and sessions\nRail strike\nS1 starts in 1 d 11 h\n");
        reply.ShouldContain("\nUS–Japan automotive talks\nD1 100% tariffs on luxury cars – in 1 d 21 h\n");
    }

    [Fact]
    public async Task Status_means_the_only_open_talks_when_none_are_named()
    {
        await using var desk = await TestDesk.FoundingAsync();

        var reply = await desk.DoneAsync("/talks status", Role.Reader);

        reply.ShouldBe("""
            US–Japan automotive talks: scheduled
            Deadlines
            D1 100% tariffs on luxury cars – in 1 d 21 h
            23:59 Washington Wed 28 Jun · 05:59 Geneva Thu 29 Jun (+1) · 12:59 Tokyo Thu 29 Jun (+1)
            """);
    }

    [Fact]
    public async Task Status_means_the_talks_followed_in_this_channel_when_several_are_open()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.FollowAsync("terminal:desk");
        await desk.DoneAsync("/talks open rail-strike \"Rail strike\" follow:no");

        var reply = await desk.DoneAsync("/talks status");

        reply.ShouldStartWith("US–Japan automotive talks");
    }

    [Fact]
    public async Task Status_shows_each_in_a_line_when_several_are_meant()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks open rail-strike \"Rail strike\" follow:no");

        var reply = await desk.SayAsync("/talks status");

        reply.Refused.ShouldBeFalse();
        reply.Body.Heading.ShouldBe("2 negotiations open");
        reply.Body.Buttons.Select(button => button.Command)
            .ShouldBe(["/talks status us-japan-autos", "/talks status rail-strike"]);
    }

    [Fact]
    public async Task A_session_that_nobody_reported_hides_none_that_is_to_come()
    {
        await using var desk = await TestDesk.FoundingAsync();
        foreach (var hour in new[] { 13, 14, 15 })
        {
            await desk.DoneAsync($"/talks session add us-japan-autos \"27 Jun 1995 {hour:00}:00 UTC\"");
        }

        await desk.DoneAsync("/talks session add us-japan-autos \"27 Jun 1995 18:00 UTC\"");
        desk.Clock.Advance(Duration.FromHours(11));

        var status = await desk.DoneAsync("/talks status");
        var digest = await desk.DoneAsync("/talks digest");

        status.ShouldContain("\nSessions\nS4 starts in 1 h\n");
        digest.ShouldContain("S4");
        digest.IndexOf("S4", digest.IndexOf("\nNext\n", StringComparison.Ordinal), StringComparison.Ordinal).ShouldBeLessThan(digest.IndexOf("not reported yet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Status_of_a_misspelt_name_offers_the_right_one()
    {
        await using var desk = await TestDesk.FoundingAsync();

        var reply = await desk.SayAsync("/talks status us-japan-auto");

        reply.Body.Heading.ShouldBe("No talks have that name; did you mean us-japan-autos?");
        reply.Body.Buttons.Single().Command.ShouldBe("/talks status talks:us-japan-autos");
    }
}
