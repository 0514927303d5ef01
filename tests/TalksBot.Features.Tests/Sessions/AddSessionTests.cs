using TalksBot.Core.Agenda;
using TalksBot.Core.Commands;
using TalksBot.Core.Times;

namespace TalksBot.Features.Tests.Sessions;

public sealed class AddSessionTests
{
    [Fact]
    public async Task Shows_every_clock_and_plans_its_alerts()
    {
        await using var desk = await TestDesk.FoundingAsync();

        var reply = await desk.DoneAsync(
            "/talks session add us-japan-autos \"28 Jun 11am\" until:13:00 place:\"US mission\" who:\"Kantor and Hashimoto\"", Role.Reporter);

        reply.ShouldBe("""
            S1 planned · US–Japan automotive talks: Kantor and Hashimoto, US mission
            11:00 Geneva Wed 28 Jun · 05:00 Washington Wed 28 Jun · 18:00 Tokyo Wed 28 Jun – in 1 d 3 h, until 13:00 Geneva
            2 channels will be told 30 min before and when it is due to start
            """);
        (await desk.AheadAsync(MomentKind.Session)).ShouldBe([Duration.FromMinutes(30), Duration.Zero]);
    }

    [Fact]
    public async Task Announces_nothing_by_itself()
    {
        await using var desk = await TestDesk.FoundingAsync();

        await desk.DoneAsync("/talks session add us-japan-autos \"28 Jun 11am\"");

        (await desk.PostsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Shows_both_dates_of_a_session_that_crosses_midnight()
    {
        await using var desk = await TestDesk.FoundingAsync();

        var reply = await desk.DoneAsync("/talks session add us-japan-autos \"tonight 11pm\" until:01:30");

        reply.ShouldContain("\n23:00 Geneva Tue 27 Jun · 17:00 Washington Tue 27 Jun · 06:00 Tokyo Wed 28 Jun (+1) – in 15 h, until 01:30 Geneva Wed 28 Jun\n");
    }

    [Theory]
    [InlineData("30 Jun 14:00 EDT", "17:30", "Fri 30 Jun 1995 17:30 Washington")]
    [InlineData("30 Jun 14:00", "+90m", "Fri 30 Jun 1995 15:30 Geneva")]
    [InlineData("tomorrow 20:00", "tomorrow 1am", "Thu 29 Jun 1995 01:00 Geneva")]
    [InlineData("tomorrow 13:00", "tomorrow 15:00", "Wed 28 Jun 1995 15:00 Geneva")]
    [InlineData("26 Jun 23:00", "01:00", "Tue 27 Jun 1995 01:00 Geneva")]
    public async Task Reads_the_end_from_the_start(string at, string until, string end)
    {
        await using var desk = await TestDesk.FoundingAsync();

        await desk.DoneAsync($"/talks session add us-japan-autos \"{at}\" until:\"{until}\"");

        TimeWording.Full((await desk.TalksAsync()).Sessions[0].EndsAt!).ShouldBe(end);
    }

    [Fact]
    public async Task Records_a_past_session_without_alerts()
    {
        await using var desk = await TestDesk.FoundingAsync();

        var reply = await desk.DoneAsync("/talks session add us-japan-autos \"26 Jun 1995 15:00\"");

        reply.ShouldBe("""
            S1 recorded as past · US–Japan automotive talks
            15:00 Geneva Mon 26 Jun · 09:00 Washington Mon 26 Jun · 22:00 Tokyo Mon 26 Jun
            No alert is planned; say what became of it: /talks session start us-japan-autos S1 at:… and session end us-japan-autos S1 at:…
            """);
        (await desk.AheadAsync(MomentKind.Session)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Takes_a_time_without_a_day_as_the_next_one()
    {
        await using var desk = await TestDesk.FoundingAsync();

        await desk.DoneAsync("/talks session add us-japan-autos 07:30");

        TimeWording.Full((await desk.TalksAsync()).Sessions[0].StartsAt).ShouldBe("Wed 28 Jun 1995 07:30 Geneva");
    }

    [Fact]
    public async Task Has_a_word_for_two_sessions_at_one_hour()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks session add us-japan-autos \"28 Jun 11am\" who:\"Kantor and Hashimoto\"");

        var reply = await desk.DoneAsync("/talks session add us-japan-autos \"28 Jun 5am EDT\"");

        reply.ShouldContain("\nS1 starts at the same time – Kantor and Hashimoto; undo this one if it is the same meeting.\n");
    }

    [Theory]
    [InlineData("\"28 Jun 11:00\"", "\"11:00\" could be am or pm.")]
    [InlineData("\"28 Jun 14:00\" until:\"28 Jun 13:00\"", "Wed 28 Jun 1995 13:00 Geneva is not after the start, Wed 28 Jun 1995 14:00 Geneva.")]
    [InlineData("\"26 Jun 15:00\" until:\"26 Jun 14:00\"", "Mon 26 Jun 1995 14:00 Geneva is not after the start, Mon 26 Jun 1995 15:00 Geneva.")]
    [InlineData("\"28 Jun 14:00\" until:nonsense", "\"nonsense\" is not a time I can read; try 28 Jun 23:59 EDT.")]
    [InlineData("\"28 Jun 14:00\" who:\" \"", "The who is empty; say it in words.")]
    public async Task Refuses_what_cannot_be(string typed, string why)
    {
        await using var desk = await TestDesk.FoundingAsync();

        var refusal = await desk.RefusedAsync($"/talks session add us-japan-autos {typed}");

        refusal.ShouldBe(why);
    }

    [Fact]
    public async Task Is_not_for_readers()
    {
        await using var desk = await TestDesk.FoundingAsync();

        var refusal = await desk.RefusedAsync("/talks session add us-japan-autos \"28 Jun 14:00\"", Role.Reader);

        refusal.ShouldStartWith("\"session add\" needs the role reporter");
    }
}
