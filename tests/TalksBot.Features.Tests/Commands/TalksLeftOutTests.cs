using TalksBot.Core.Commands;

namespace TalksBot.Features.Tests.Commands;

/// <summary>TALKS may be left out where the channel follows exactly one open negotiation, and named by slug, title or code elsewhere.</summary>
public sealed class TalksLeftOutTests
{
    [Theory]
    [InlineData("deadline add \"28 Jun 1995 23:59 EDT\" \"tariffs\"", "D1 set · US–Japan automotive talks: tariffs")]
    [InlineData("deadline add at:\"28 Jun 1995 23:59 EDT\" label:tariffs", "D1 set · US–Japan automotive talks: tariffs")]
    [InlineData("point add enforcement", "P1 added · US–Japan automotive talks")]
    [InlineData("update add \"They go on\" \"a US official\" tier:official", "#1 added · US–Japan automotive talks")]
    [InlineData("session add \"28 Jun 1995 11am\"", "S1 planned")]
    [InlineData("suspend", "cannot be suspended|Suspended · US–Japan automotive talks")]
    [InlineData("export", "us-japan-autos as")]
    [InlineData("status", "US–Japan automotive talks: scheduled")]
    public async Task It_may_be_left_out_where_the_channel_follows_just_one(string line, string said)
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("open dock-strike \"Dock strike\" follow:no");
        await desk.SayAsync("follow add us-japan-autos");

        var answer = await desk.SayAsync(line);

        said.Split('|').ShouldContain(part => answer.Contains(part, StringComparison.Ordinal), answer);
    }

    [Fact]
    public async Task What_concerns_one_of_its_parts_needs_its_number_alone()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos");
        await desk.SayAsync("deadline add us-japan-autos \"28 Jun 1995 23:59 EDT\" \"tariffs\"");

        (await desk.SayAsync("deadline move D1 +36h")).ShouldStartWith("D1 moved · US–Japan automotive talks");
        (await desk.SayAsync("deadline met D1")).ShouldStartWith("D1 met · US–Japan automotive talks");
        await desk.SayAsync("update add \"They go on\" \"a US official\" tier:official");
        (await desk.SayAsync("update correct #1 \"They pause\"")).ShouldStartWith("#1 corrected · US–Japan automotive talks");
        (await desk.SayAsync("update kill 1 denied")).ShouldStartWith("#1 killed");
    }

    [Theory]
    [InlineData("status US-JP")]
    [InlineData("status us-jp")]
    [InlineData("status \"US-Japan automotive talks\"")]
    [InlineData("status talks:\"us–japan AUTOMOTIVE talks\"")]
    public async Task It_is_known_by_its_code_and_its_title(string line)
    {
        await using var desk = await NewsDesk.OpenAsync();

        (await desk.SayAsync(line)).ShouldStartWith("US–Japan automotive talks: scheduled");
    }

    [Fact]
    public async Task Where_the_channel_follows_several_it_is_asked()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("open dock-strike \"Dock strike\" follow:no");
        await desk.SayAsync("follow add us-japan-autos");
        await desk.SayAsync("follow add dock-strike");

        var reply = await desk.RunAsync("point add enforcement", "terminal:desk", Role.Chief);

        reply.Refused.ShouldBeTrue();
        reply.Body.Heading.ShouldBe("This channel follows several talks; say which you mean.");
        (await desk.SayAsync(reply.Body.Buttons[1].Command)).ShouldStartWith("P1 added · US–Japan automotive talks");
    }

    [Fact]
    public async Task A_command_that_lacks_something_else_says_that()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos");

        (await desk.RefusedAsync("deadline add us-japan-autos \"28 Jun 1995 23:59 Washington\"")).ShouldContain("also needs “label”");
        (await desk.RefusedAsync("deadline move us-jpan-autos D1 +2h")).ShouldBe("No talks have that name; did you mean us-japan-autos?");
    }

    [Fact]
    public async Task Two_talks_of_one_title_are_asked_apart()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("open second \"US–Japan automotive talks\" follow:no");

        var reply = await desk.RunAsync("status \"US–Japan automotive talks\"", "terminal:desk", Role.Reader);

        reply.Refused.ShouldBeTrue();
        reply.Body.Buttons.Select(button => button.Label).ShouldBe(["us-japan-autos", "second"], ignoreOrder: true);
    }
}
