using TalksBot.Core.Agenda;
using TalksBot.Core.Commands;

namespace TalksBot.Features.Tests.Deadlines;

public sealed class AddDeadlineTests
{
    [Fact]
    public async Task Says_on_the_channels_own_clock_when_it_is_first_told()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos zone:Tokyo");

        (await desk.SayAsync("deadline add us-japan-autos \"28 Jun 1995 23:59 EDT\" \"tariffs\"")).ShouldContain("9 alerts to 1 channel, the first tomorrow 12:59 Tokyo");
        (await desk.SayAsync("deadline move us-japan-autos D1 +24h", "terminal:elsewhere")).ShouldContain("the first tomorrow 23:59", customMessage: "On the deadline's own clock where the channel does not follow.");
    }

    [Fact]
    public async Task Keeps_every_word_and_plans_the_rungs()
    {
        await using var desk = await TestDesk.FoundingAsync();

        var reply = await desk.DoneAsync("""
            /talks deadline add us-japan-autos "tonight 11:59 EDT" "first list" reported:"11:59 EDT tonight" consequence:"Tariffs." by:"the White House"
            """);

        reply.ShouldBe("""
            D2 set · US–Japan automotive talks: first list
            read as 23:59 because of "tonight"
            23:59 Washington Tue 27 Jun · 05:59 Geneva Wed 28 Jun (+1) · 12:59 Tokyo Wed 28 Jun (+1) – in 21 h 59 min
            2 alerts to 2 channels, the first today 22:59
            """);
        var deadline = (await desk.TalksAsync()).Deadlines[1];
        (deadline.AsReported, deadline.Consequence, deadline.SetBy).ShouldBe(("11:59 EDT tonight", "Tariffs.", "the White House"));
        (await desk.AheadAsync(MomentKind.Countdown)).Count.ShouldBe(5);
    }

    [Fact]
    public async Task Posts_nothing()
    {
        await using var desk = await TestDesk.FoundingAsync();

        await desk.DoneAsync("/talks deadline add us-japan-autos \"in 90m\" \"first list\"");

        (await desk.PostsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("weekly report")]
    [InlineData("every Tuesday's list")]
    [InlineData("tariff list")]
    public async Task A_label_typed_before_the_time_is_asked_about_whatever_it_begins_with(string label)
    {
        await using var desk = await TestDesk.FoundingAsync();

        var reply = await desk.SayAsync($"/talks deadline add us-japan-autos \"{label}\" \"29 Jun 18:00\"");

        reply.Body.Heading.ShouldBe("The time comes first here; is it “29 Jun 18:00”?");
        (await desk.DoneAsync(reply.Body.Buttons.ShouldHaveSingleItem().Command)).ShouldStartWith($"D2 set · US–Japan automotive talks: {label}");
    }

    [Theory]
    [InlineData("weekly 18:00", "a list", "\"weekly\" repeats, and one time is wanted")]
    [InlineData("someday", "5 ministers", "\"someday\" is not a time I can read")]
    public async Task What_reads_as_no_time_beside_a_label_that_is_none_is_refused_for_what_it_is(string at, string label, string why)
    {
        await using var desk = await TestDesk.FoundingAsync();

        (await desk.RefusedAsync($"/talks deadline add us-japan-autos \"{at}\" \"{label}\"")).ShouldStartWith(why);
    }

    [Fact]
    public async Task Offers_the_readings_of_a_time_that_has_several()
    {
        await using var desk = await TestDesk.FoundingAsync();

        var reply = await desk.SayAsync("/talks deadline add us-japan-autos \"28 Jun 11:59\" \"first list\" by:Tokyo");

        reply.Body.Heading.ShouldBe("\"11:59\" could be am or pm.");
        reply.Body.Buttons[1].Command.ShouldBe(
            "/talks deadline add talks:us-japan-autos at:\"Wed 28 Jun 1995 23:59 Geneva\" label:\"first list\" by:Tokyo");
        (await desk.DoneAsync(reply.Body.Buttons[1].Command)).ShouldStartWith("D2 set");
    }

    [Theory]
    [InlineData("\"26 Jun 1995 17:00\" late", "Mon 26 Jun 1995 17:00 Geneva has passed: it was 15 h ago.")]
    [InlineData("\"28 Jun 1995 23:59 EDT\" \"100% tariffs on luxury cars\"", "D1 already stands at that moment under that name; move that one, or choose another label.")]
    [InlineData("\"in 3h\" \"\u202Ehidden\"", "The label holds the invisible character U+202E at position 1; remove it.")]
    public async Task Refuses_what_cannot_be(string typed, string why)
    {
        await using var desk = await TestDesk.FoundingAsync();

        var refusal = await desk.RefusedAsync($"/talks deadline add us-japan-autos {typed}");

        refusal.ShouldBe(why);
    }

    [Fact]
    public async Task Is_for_editors()
    {
        await using var desk = await TestDesk.FoundingAsync();

        var refusal = await desk.RefusedAsync("/talks deadline add us-japan-autos \"in 3h\" late", Role.Reporter);

        refusal.ShouldStartWith("\"deadline add\" needs the role editor");
    }
}
