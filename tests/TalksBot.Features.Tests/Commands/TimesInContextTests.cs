using TalksBot.Core.Times;

namespace TalksBot.Features.Tests.Commands;

/// <summary>What context fixes is used: an hour alone is on the standing day, an end belongs to its start.</summary>
public sealed class TimesInContextTests
{
    [Theory]
    [InlineData("18:30", "Wed 28 Jun 1995 18:30 Washington")]
    [InlineData("\"30 Jun\"", "Fri 30 Jun 1995 23:59 Washington")]
    [InlineData("friday", "Fri 30 Jun 1995 23:59 Washington")]
    [InlineData("+36h", "Fri 30 Jun 1995 11:59 Washington")]
    [InlineData("\"2 hours later\"", "Thu 29 Jun 1995 01:59 Washington")]
    [InlineData("noon", "Wed 28 Jun 1995 12:00 Washington")]
    [InlineData("30 Jun 17:00", "Fri 30 Jun 1995 17:00 Geneva")]
    [InlineData("30 Jun 17:00 EDT", "Fri 30 Jun 1995 17:00 Washington")]
    public async Task A_deadline_moves_from_where_it_stands(string typed, string full)
    {
        await using var desk = await TestDesk.FoundingAsync();

        await desk.DoneAsync($"/talks deadline move us-japan-autos D1 {typed}");

        TimeWording.Full((await desk.TalksAsync()).Deadlines[0].At).ShouldBe(full);
    }

    [Theory]
    [InlineData("6:30")]
    [InlineData("\"2 hours\"")]
    [InlineData("midnight")]
    public async Task What_the_standing_time_does_not_settle_is_asked(string typed)
    {
        await using var desk = await TestDesk.FoundingAsync();

        await desk.RefusedAsync($"/talks deadline move us-japan-autos D1 {typed}");

        (await desk.SayAsync($"/talks deadline move us-japan-autos D1 {typed}")).Body.Buttons.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("11:30", "Thu 29 Jun 1995 11:30 Tokyo", null)]
    [InlineData("\"30 Jun\"", "Fri 30 Jun 1995 10:00 Tokyo", null)]
    [InlineData("14:00-16:00", "Thu 29 Jun 1995 14:00 Tokyo", "Thu 29 Jun 1995 16:00 Tokyo")]
    [InlineData("\"30 Jun 2-4pm\"", "Fri 30 Jun 1995 14:00 Tokyo", "Fri 30 Jun 1995 16:00 Tokyo")]
    [InlineData("14:00 until:\"90 minutes\"", "Thu 29 Jun 1995 14:00 Tokyo", "Thu 29 Jun 1995 15:30 Tokyo")]
    [InlineData("+2h", "Thu 29 Jun 1995 12:00 Tokyo", null)]
    public async Task A_session_moves_on_its_own_clock(string typed, string start, string? end)
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks session add us-japan-autos \"29 Jun 10am Tokyo\"");

        await desk.DoneAsync($"/talks session move us-japan-autos S1 {typed}");

        var session = (await desk.TalksAsync()).Sessions[0];
        TimeWording.Full(session.StartsAt).ShouldBe(start);
        (session.EndsAt is { } ends ? TimeWording.Full(ends) : null).ShouldBe(end);
    }

    [Theory]
    [InlineData("\"29 Jun 14:00-16:00\"", "Thu 29 Jun 1995 14:00 Geneva", "Thu 29 Jun 1995 16:00 Geneva")]
    [InlineData("29 Jun 14:00–16:00", "Thu 29 Jun 1995 14:00 Geneva", "Thu 29 Jun 1995 16:00 Geneva")]
    [InlineData("tomorrow 2-4pm", "Wed 28 Jun 1995 14:00 Geneva", "Wed 28 Jun 1995 16:00 Geneva")]
    [InlineData("tomorrow from 11am to 1pm", "Wed 28 Jun 1995 11:00 Geneva", "Wed 28 Jun 1995 13:00 Geneva")]
    [InlineData("tomorrow 11-1pm", "Wed 28 Jun 1995 11:00 Geneva", "Wed 28 Jun 1995 13:00 Geneva")]
    [InlineData("tomorrow 22:00-02:00", "Wed 28 Jun 1995 22:00 Geneva", "Thu 29 Jun 1995 02:00 Geneva")]
    [InlineData("tomorrow 09:00 to 11:00 Tokyo", "Wed 28 Jun 1995 09:00 Tokyo", "Wed 28 Jun 1995 11:00 Tokyo")]
    [InlineData("\"29 Jun 22:00 - 30 Jun 02:00\"", "Thu 29 Jun 1995 22:00 Geneva", "Fri 30 Jun 1995 02:00 Geneva")]
    [InlineData("\"tomorrow 9am\" until:\"2 hours\"", "Wed 28 Jun 1995 09:00 Geneva", "Wed 28 Jun 1995 11:00 Geneva")]
    [InlineData("\"tomorrow 9am\" until:11:30", "Wed 28 Jun 1995 09:00 Geneva", "Wed 28 Jun 1995 11:30 Geneva")]
    [InlineData("\"tomorrow 8pm\" until:midnight", "Wed 28 Jun 1995 20:00 Geneva", "Thu 29 Jun 1995 00:00 Geneva")]
    [InlineData("\"tomorrow 8pm\" until:1am", "Wed 28 Jun 1995 20:00 Geneva", "Thu 29 Jun 1995 01:00 Geneva")]
    [InlineData("\"tomorrow 9am\" until:noon", "Wed 28 Jun 1995 09:00 Geneva", "Wed 28 Jun 1995 12:00 Geneva")]
    [InlineData("\"30 Jun 9am\" until:\"sat 17:00\"", "Fri 30 Jun 1995 09:00 Geneva", "Sat 1 Jul 1995 17:00 Geneva")]
    public async Task A_session_has_the_end_that_was_meant(string typed, string start, string end)
    {
        await using var desk = await TestDesk.FoundingAsync();

        await desk.DoneAsync($"/talks session add us-japan-autos {typed}");

        var session = (await desk.TalksAsync()).Sessions[0];
        TimeWording.Full(session.StartsAt).ShouldBe(start);
        TimeWording.Full(session.EndsAt.ShouldNotBeNull()).ShouldBe(end);
    }

    [Theory]
    [InlineData("\"tomorrow 9am\" until:8am")]
    [InlineData("\"tomorrow 14:00\" until:\"28 Jun 13:00\"")]
    [InlineData("\"tomorrow 9:00-11:00\"")]
    [InlineData("\"tomorrow 14:00-16:00\" until:17:00")]
    [InlineData("tomorrow 14:00 place Geneva hall")]
    public async Task An_end_that_fits_no_start_is_refused(string typed)
    {
        await using var desk = await TestDesk.FoundingAsync();

        await desk.RefusedAsync($"/talks session add us-japan-autos {typed}");
    }

    [Fact]
    public async Task When_reads_as_a_new_deadline_would_be_read()
    {
        await using var desk = await TestDesk.FoundingAsync();

        (await desk.DoneAsync("/talks when \"monday at 6pm\"")).ShouldContain("Mon 3 Jul 1995 18:00");
        (await desk.DoneAsync("/talks when \"26 Jun 1995 18:00\"")).ShouldContain("Mon 26 Jun 1995 18:00");
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("6h")]
    [InlineData("since 2 hours")]
    [InlineData("monday")]
    [InlineData("last night")]
    [InlineData("07:00")]
    public async Task Since_reads_spans_and_times(string typed)
    {
        await using var desk = await TestDesk.FoundingAsync();

        await desk.DoneAsync($"/talks since {typed}");
    }
}
