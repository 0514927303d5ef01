using TalksBot.Core.Agenda;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Tests.Follows;

/// <summary>A channel in New York that sleeps from 22:00 to 07:00, and news that comes while it does.</summary>
public sealed class QuietHoursTests
{
    /// <summary>Tue 27 Jun 1995 23:00 Washington.</summary>
    private static readonly Instant Night = Instant.FromUtc(1995, 6, 28, 3, 0);

    /// <summary>Wed 28 Jun 1995 07:00 Washington.</summary>
    private static readonly Instant Waking = Instant.FromUtc(1995, 6, 28, 11, 0);

    [Fact]
    public async Task Regular_updates_wait_and_come_in_one_post()
    {
        await using var desk = await AsleepAsync();
        var first = await AddAsync(desk, "The first word");
        await AddAsync(desk, "The second word");

        (await desk.DeliveriesAsync(DeliveryKind.Update)).ShouldAllBe(post => post.State == DeliveryState.Held && post.NotBefore == Waking);
        first.ShouldContain("No channels get it now; 1 channel gets it when quiet hours end");
        (await desk.AgendaAsync(MomentKind.QuietEnd)).ShouldHaveSingleItem().Due.ShouldBe(Waking);
        await desk.ClaimAsync(MomentKind.QuietEnd, Waking);

        var bundle = (await desk.DeliveriesAsync(DeliveryKind.Bundle)).ShouldHaveSingleItem();
        var text = PostText.Write(bundle.Post);
        text.ShouldStartWith("While this channel slept (22:00–07:00) · US–Japan automotive talks: 2 updates\n#1 · UPDATE, 23:00 Tue 27 Jun\n“The first word”");
        (bundle.State, bundle.DueAt, bundle.Priority).ShouldBe((DeliveryState.Pending, Waking, WirePriority.Regular));
        bundle.Post.Accounts.ShouldBe(["#1", "#2"]);
        (await desk.DeliveriesAsync(DeliveryKind.Update)).ShouldAllBe(post => post.State == DeliveryState.Superseded && post.SupersededBy == bundle.Id);
    }

    [Theory]
    [InlineData("urgent")]
    [InlineData("bulletin")]
    public async Task What_cannot_wait_passes(string priority)
    {
        await using var desk = await AsleepAsync();

        await AddAsync(desk, "They walked out", $"priority:{priority}");

        (await desk.DeliveriesAsync(DeliveryKind.Update)).ShouldHaveSingleItem().State.ShouldBe(DeliveryState.Pending);
        (await desk.AgendaAsync(MomentKind.QuietEnd)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1, 59, DeliveryState.Pending)]
    [InlineData(2, 0, DeliveryState.Held)]
    [InlineData(10, 59, DeliveryState.Held)]
    [InlineData(11, 0, DeliveryState.Pending)]
    public async Task They_begin_and_end_to_the_minute_on_the_channels_own_clock(int hour, int minute, DeliveryState state)
    {
        await using var desk = await AsleepAsync(Instant.FromUtc(1995, 6, 28, hour, minute));

        await AddAsync(desk, "A word");

        (await desk.DeliveriesAsync(DeliveryKind.Update)).ShouldHaveSingleItem().State.ShouldBe(state);
    }

    [Fact]
    public async Task Far_countdowns_wait_and_tell_what_is_left_but_an_hour_and_closer_passes()
    {
        await using var desk = await AsleepAsync();
        await desk.SayAsync("follow set us-japan-autos ladder:\"9h, 8h, 5h, 1h\"");
        await desk.SayAsync("deadline add us-japan-autos \"28 Jun 1995 09:30 EDT\" tariffs");
        await desk.SayAsync("deadline add us-japan-autos \"28 Jun 1995 06:00 EDT\" quotas");
        foreach (var moment in (await desk.AgendaAsync(MomentKind.Countdown)).Where(moment => moment.Due < Waking))
        {
            await desk.ClaimAsync(MomentKind.Countdown, moment.Due);
        }

        await desk.ClaimAsync(MomentKind.QuietEnd, Waking);

        var bundle = (await desk.DeliveriesAsync(DeliveryKind.Bundle)).ShouldHaveSingleItem();
        PostText.Write(bundle.Post).ShouldStartWith("While this channel slept (22:00–07:00) · US–Japan automotive talks: 1 countdown\nD1 tariffs: 2 h 30 min to go at 07:00\n09:30 Washington Wed 28 Jun");
        var alerts = await desk.DeliveriesAsync(DeliveryKind.Countdown);
        alerts.Where(post => post.Subject == "D1").ShouldAllBe(post => post.State == DeliveryState.Superseded);
        alerts.Single(post => post.Subject == "D2" && post.Rung > Duration.FromHours(1)).State.ShouldBe(DeliveryState.Cancelled);
        alerts.Single(post => post.Rung == Duration.FromHours(1)).State.ShouldBe(DeliveryState.Pending);
    }

    [Fact]
    public async Task An_alert_whose_deadline_moved_is_not_told_and_without_news_nothing_is()
    {
        await using var desk = await AsleepAsync();
        await desk.SayAsync("follow set us-japan-autos ladder:\"9h\"");
        await desk.SayAsync("deadline add us-japan-autos \"28 Jun 1995 09:30 EDT\" tariffs");
        await desk.ClaimAsync(MomentKind.Countdown, Instant.FromUtc(1995, 6, 28, 4, 30));

        await desk.SayAsync("deadline move us-japan-autos D1 +36h");
        await desk.ClaimAsync(MomentKind.QuietEnd, Waking);

        (await desk.DeliveriesAsync(DeliveryKind.Countdown)).ShouldHaveSingleItem().State.ShouldBe(DeliveryState.Cancelled);
        (await desk.DeliveriesAsync(DeliveryKind.Bundle)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1995-10-28T23:00-04:00", "1995-10-29T12:00:00Z")]
    [InlineData("1996-04-06T23:00-05:00", "1996-04-07T11:00:00Z")]
    public async Task A_night_of_a_clock_change_ends_when_the_wall_clock_says_so(string night, string waking)
    {
        var start = NodaTime.Text.OffsetDateTimePattern.GeneralIso.Parse(night.Insert(16, ":00")).Value.ToInstant();
        await using var desk = await AsleepAsync(start);

        await AddAsync(desk, "A word");

        (await desk.AgendaAsync(MomentKind.QuietEnd)).ShouldHaveSingleItem().Due.ShouldBe(NodaTime.Text.InstantPattern.General.Parse(waking).Value);
    }

    [Fact]
    public async Task A_bundle_after_downtime_was_due_when_the_first_night_ended()
    {
        await using var desk = await AsleepAsync();
        await AddAsync(desk, "A word");

        await desk.ClaimAsync(MomentKind.QuietEnd, Waking + Duration.FromHours(16));
        (await desk.DeliveriesAsync(DeliveryKind.Bundle)).ShouldBeEmpty();
        (await desk.AgendaAsync(MomentKind.QuietEnd)).ShouldHaveSingleItem().Due.ShouldBe(Waking + Duration.FromDays(1));
        await desk.ClaimAsync(MomentKind.QuietEnd, Waking + Duration.FromDays(1));

        (await desk.DeliveriesAsync(DeliveryKind.Bundle)).ShouldHaveSingleItem().DueAt.ShouldBe(Waking);
    }

    [Fact]
    public async Task Receipts_say_until_when_a_post_is_held_and_how_it_was_told()
    {
        await using var desk = await AsleepAsync();
        await AddAsync(desk, "A word");

        var held = await desk.SayAsync("receipts us-japan-autos");
        await desk.ClaimAsync(MomentKind.QuietEnd, Waking);
        var told = await desk.SayAsync("receipts us-japan-autos");

        held.ShouldContain("1 held by quiet hours");
        held.ShouldContain(" · held by quiet hours until 07:00 Washington Wed 28 Jun");
        told.ShouldContain(" · superseded: told in one post after the quiet hours");
    }

    [Theory]
    [InlineData("06:30")]
    [InlineData("07:00")]
    [InlineData("07:30")]
    public async Task What_the_bundle_tells_the_digest_of_the_same_hour_only_counts(string digest)
    {
        await using var desk = await AsleepAsync();
        await desk.SayAsync($"follow set us-japan-autos digest:{digest}");
        desk.Clock.Advance(Duration.FromMinutes(1));
        await AddAsync(desk, "The first word");
        await AddAsync(desk, "They walked out", "priority:urgent");

        await MorningAsync(desk);

        PostText.Write((await desk.DeliveriesAsync(DeliveryKind.Bundle)).ShouldHaveSingleItem().Post).ShouldContain("The first word");
        var told = PostText.Write((await desk.DeliveriesAsync(DeliveryKind.Digest)).ShouldHaveSingleItem().Post);
        told.ShouldContain("1 update: see “While this channel slept”");
        told.ShouldContain("They walked out");
        told.ShouldNotContain("The first word");
    }

    [Fact]
    public async Task A_digest_hours_later_tells_it_all()
    {
        await using var desk = await AsleepAsync();
        await desk.SayAsync("follow set us-japan-autos digest:09:00");
        desk.Clock.Advance(Duration.FromMinutes(1));
        await AddAsync(desk, "The first word");

        await MorningAsync(desk);

        PostText.Write((await desk.DeliveriesAsync(DeliveryKind.Digest)).ShouldHaveSingleItem().Post).ShouldContain("The first word");
    }

    /// <summary>From half past six to nine: whatever falls due, as it does.</summary>
    private static async Task MorningAsync(NewsDesk desk)
    {
        for (var at = Waking - Duration.FromMinutes(30); at <= Waking + Duration.FromHours(2); at += Duration.FromMinutes(30))
        {
            await desk.ClaimAsync(MomentKind.Digest, at);
            await desk.ClaimAsync(MomentKind.QuietEnd, at);
        }
    }

    private static async Task<NewsDesk> AsleepAsync(Instant? now = null)
    {
        var desk = await NewsDesk.OpenAsync(now ?? Night);
        await desk.SayAsync("follow add us-japan-autos quiet:22:00-07:00");
        return desk;
    }

    private static Task<string> AddAsync(NewsDesk desk, string text, string more = "") =>
        desk.SayAsync($"update add us-japan-autos tier:official \"{text}\" \"US officials\" {more}");
}
