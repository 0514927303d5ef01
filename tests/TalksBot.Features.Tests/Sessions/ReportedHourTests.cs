using TalksBot.Core.Times;

namespace TalksBot.Features.Tests.Sessions;

/// <summary>The hour that was planned settles whether an hour alone was in the morning or in the evening.</summary>
public sealed class ReportedHourTests
{
    [Theory]
    [InlineData("19:00", "7:30", "Tue 27 Jun 1995 19:30 Geneva")]
    [InlineData("7:15", "7:30", "Tue 27 Jun 1995 07:30 Geneva")]
    [InlineData("23:30", "12:10", "Wed 28 Jun 1995 00:10 Geneva")]
    [InlineData("19:00", "7:30pm", "Tue 27 Jun 1995 19:30 Geneva")]
    public async Task Of_a_start(string planned, string typed, string began)
    {
        await using var desk = await PlannedAsync(planned.Length == 5 ? planned : $"0{planned}");

        await desk.DoneAsync($"/talks session start us-japan-autos S1 at:{typed}");

        TimeWording.Full((await desk.TalksAsync()).Sessions[0].StartsAt).ShouldBe(began);
    }

    [Theory]
    [InlineData("19:00-22:00", "9:50", "Tue 27 Jun 1995 21:50 Geneva")]
    [InlineData("08:30-10:00", "9:50", "Tue 27 Jun 1995 09:50 Geneva")]
    [InlineData("19:00", "9:50", "Tue 27 Jun 1995 21:50 Geneva")]
    [InlineData("09:00", "9:50", "Tue 27 Jun 1995 09:50 Geneva")]
    [InlineData("20:00", "1:15", "Wed 28 Jun 1995 01:15 Geneva")]
    public async Task Of_an_end(string planned, string typed, string ended)
    {
        await using var desk = await PlannedAsync(planned);
        await desk.DoneAsync("/talks session start us-japan-autos S1 at:\"27 Jun 1995 " + planned[..5] + "\"");

        await desk.DoneAsync($"/talks session end us-japan-autos S1 at:{typed}");

        TimeWording.Full((await desk.TalksAsync()).Sessions[0].EndsAt!).ShouldBe(ended);
    }

    [Fact]
    public async Task Says_how_it_was_read()
    {
        await using var desk = await PlannedAsync("19:00");

        (await desk.DoneAsync("/talks session start us-japan-autos S1 at:7:30")).ShouldContain("read as 19:30, being nearest to 19:00");
    }

    /// <summary>A session of Tuesday that is reported early on Wednesday.</summary>
    private static async Task<TestDesk> PlannedAsync(string planned)
    {
        var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync($"/talks session add us-japan-autos \"27 Jun 1995 {planned}\"");
        desk.Clock.AdvanceTo(Instant.FromUtc(1995, 6, 27, 23, 30));
        return desk;
    }
}
