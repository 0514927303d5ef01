using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;

namespace TalksBot.Features.Tests.Follows;

public sealed class FollowSettingsTests
{
    [Fact]
    public async Task Sets_and_shows_quiet_hours_escalation_and_the_live_message()
    {
        await using var desk = await NewsDesk.OpenAsync();

        await desk.SayAsync("follow add us-japan-autos quiet:22:00-07:00 escalate:@chief live:yes priority:flash");

        var settings = (await desk.TalksAsync()).Follows[0].Settings;
        (settings.Quiet?.ToString(), settings.Escalate, settings.Live, settings.LeastPriority).ShouldBe(("22:00-07:00", "@chief", true, WirePriority.Flash));
        var shown = await desk.SayAsync("follow show us-japan-autos");
        shown.ShouldContain("Quiet hours: 22:00-07:00 on that clock");
        shown.ShouldContain("Escalates to: @chief");
        shown.ShouldContain("Live status: one pinned message");
    }

    [Fact]
    public async Task Takes_them_away_again()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos quiet:22:00-07:00 escalate:@chief live:yes");

        await desk.SayAsync("follow set us-japan-autos quiet:none escalate:nobody live:no");

        var settings = (await desk.TalksAsync()).Follows[0].Settings;
        (settings.Quiet, settings.Escalate, settings.Live).ShouldBe((null, null, false));
    }

    [Theory]
    [InlineData("22-7")]
    [InlineData("07:00-07:00")]
    [InlineData("night")]
    public async Task Refuses_hours_it_cannot_read(string quiet)
    {
        await using var desk = await NewsDesk.OpenAsync();

        (await desk.RefusedAsync($"follow add us-japan-autos quiet:{quiet}")).ShouldBe(
            $"“{quiet}” are no hours of the 24-hour clock; write quiet:22:00-07:00, or quiet:none for a channel that never sleeps.");
    }

    [Fact]
    public async Task Reads_whom_to_escalate_to_as_the_platform_does()
    {
        await using var desk = await NewsDesk.OpenAsync(new StubPlatform("terminal", new ChannelCheck.Ready()));

        (await desk.RefusedAsync("follow add us-japan-autos escalate:somebody")).ShouldBe("Only the desk can be notified; write desk.");
        await desk.SayAsync("follow add us-japan-autos escalate:desk");

        (await desk.TalksAsync()).Follows[0].Settings.Escalate.ShouldBe("<desk>");
    }
}
