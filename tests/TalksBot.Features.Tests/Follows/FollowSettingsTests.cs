using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

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
        (await desk.SayAsync("follow show us-japan-autos")).ShouldContain("terminal:desk · flash only; the rest wait for the digest · quiet 22:00-07:00 · escalates to @chief · live status");
        var shown = await desk.SayAsync("follow show us-japan-autos channel:terminal:desk");
        shown.ShouldContain("Quiet hours: 22:00-07:00 on that clock");
        shown.ShouldContain("Escalates to: @chief");
        shown.ShouldContain("Live status: one pinned message");
    }

    [Fact]
    public async Task Without_a_digest_nothing_is_said_to_wait_for_it()
    {
        await using var desk = await NewsDesk.OpenAsync();

        var added = await desk.SayAsync("/talks follow add us-japan-autos priority:urgent digest:none");
        var shown = await desk.SayAsync("/talks follow show us-japan-autos channel:terminal:desk");

        added.ShouldContain("rgent and above; the rest are not told here");
        shown.ShouldContain("rgent and above; the rest are not told here");
        (added + shown).ShouldNotContain("wait for the digest");
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
            $"“{quiet}” are no hours; write quiet:22:00-07:00 or quiet:11pm to 7am, or quiet:none for a channel that never sleeps.");
    }

    [Theory]
    [InlineData("quiet:11pm to 7am", "23:00-07:00")]
    [InlineData("quiet:\"11pm to 7am\"", "23:00-07:00")]
    [InlineData("quiet:11 pm to 6:30 am priority:urgent", "23:00-06:30")]
    [InlineData("quiet:23:00-07:00", "23:00-07:00")]
    [InlineData("quiet:\"22:00 – 07:00\"", "22:00-07:00")]
    [InlineData("quiet:\"from 10pm until 6:30am\"", "22:00-06:30")]
    [InlineData("quiet:\"midnight to 6am\"", "00:00-06:00")]
    public async Task Reads_quiet_hours_as_people_type_them(string typed, string quiet)
    {
        await using var desk = await NewsDesk.OpenAsync();

        await desk.SayAsync($"follow add us-japan-autos {typed}");

        (await desk.TalksAsync()).Follows[0].Settings.Quiet?.ToString().ShouldBe(quiet);
    }

    [Theory]
    [InlineData("follow add us-japan-autos zone:New York digest:8 am ladder:1h 30m 0 quiet:from 10pm until 6 am live:yes")]
    [InlineData("follow add digest:8 am zone:New York quiet:10 pm to 6 am us-japan-autos ladder:1h, 30m, 0 live:yes")]
    public async Task Words_behind_a_name_belong_to_it_as_long_as_they_read_as_its_value(string line)
    {
        await using var desk = await NewsDesk.OpenAsync();

        await desk.SayAsync(line);

        (await desk.TalksAsync()).Follows.ShouldHaveSingleItem().Settings.ToString()
            .ShouldBe("zone New York=America/New_York, digest 08:00, ladder 1h, 30m, 0, priority regular, quiet 22:00-06:00, live yes, mention nobody, escalate nobody");
    }

    [Theory]
    [InlineData("digest:8am", "08:00")]
    [InlineData("digest:08:00", "08:00")]
    [InlineData("digest:8:00", "08:00")]
    [InlineData("digest:noon", "12:00")]
    [InlineData("digest:\"half past seven am\"", "07:30")]
    [InlineData("digest:0730", "07:30")]
    [InlineData("digest:\"8 in the evening\"", "20:00")]
    public async Task Reads_a_digest_hour_as_people_type_it(string typed, string hour)
    {
        await using var desk = await NewsDesk.OpenAsync();

        await desk.SayAsync($"follow add us-japan-autos {typed}");

        TalksBot.Core.Times.HourText.Write((await desk.TalksAsync()).Follows[0].Settings.DigestAt.ShouldNotBeNull()).ShouldBe(hour);
    }

    [Theory]
    [InlineData("1 day, 3h, 30 min, 0")]
    [InlineData("1 day 3 hours 30 min 0")]
    [InlineData("24h, three hours, half an hour, 0")]
    [InlineData("24h 3h 30m 0")]
    public async Task Reads_a_ladder_as_people_type_it(string typed)
    {
        await using var desk = await NewsDesk.OpenAsync();

        await desk.SayAsync($"follow add us-japan-autos ladder:\"{typed}\"");

        (await desk.TalksAsync()).Follows[0].Settings.Ladder.ToString().ShouldBe("24h, 3h, 30m, 0");
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
