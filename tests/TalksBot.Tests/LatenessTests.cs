using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;

namespace TalksBot.Tests;

/// <summary>After downtime: never an old countdown as if fresh, never silence.</summary>
public sealed class LatenessTests
{
    private static readonly Instant Start = Instant.FromUtc(1995, 6, 28, 22, 0);

    [Fact]
    public async Task Two_hours_down_across_three_rungs_gives_one_labelled_message_a_channel()
    {
        await using var before = await FoundingNight.StartAsync(Start, "1h, 45m, 30m, 5m, 0", "desk", "tokyo");

        await using var after = await before.RestartAsync(Duration.FromMinutes(345));
        await after.SettleAsync();

        after.Seen.Select(seen => seen.Channel).ShouldBe(["desk", "tokyo"], ignoreOrder: true);
        foreach (var seen in after.Seen)
        {
            seen.Text.ShouldStartWith("LATE 16 min · 14 min to go · US–Japan automotive talks: 100% tariffs");
            seen.Text.ShouldContain("\n30-minute alert, due 23:29 Washington\n");
            seen.Text.ShouldContain("Never shown: the 1-hour alert, due 22:59 Washington and the 45-minute alert, due 23:14 Washington.");
        }
    }

    [Fact]
    public async Task A_deadline_that_passed_while_down_says_so_and_how_long_ago()
    {
        await using var before = await FoundingNight.StartAsync(Start, "30m, 0", "desk");

        await using var after = await before.RestartAsync(Duration.FromHours(7));
        await after.SettleAsync();

        var seen = after.Seen.First(post => post.Post.Cause.Kind is DeliveryKind.DeadlinePassed);
        seen.Text.ShouldStartWith("LATE 1 h 1 min · Deadline passed, outcome not known · US–Japan automotive talks");
        after.Seen.Count(post => post.Post.Cause.Subject == "D1" && post.Post.Cause.Kind is not DeliveryKind.Alarm).ShouldBe(1);
    }

    [Theory]
    [InlineData(65, "LATE 5 min · Starts in 25 min · US–Japan automotive talks: the ministers\nWord that S1 starts in 30 min, due 00:30 Geneva\n")]
    [InlineData(95, "LATE 5 min · Was to start 5 min ago · US–Japan automotive talks: the ministers\nWord that S1 is due to start, due 01:00 Geneva\nNever shown: word that S1 starts in 30 min, due 00:30 Geneva.\n")]
    public async Task A_late_word_of_a_session_speaks_of_no_deadline(int minutes, string opening)
    {
        await using var before = await FoundingNight.StartAsync(Start, "30m, 0", "desk");
        await before.DoAsync("/talks session add us-japan-autos \"29 Jun 01:00\" who:\"the ministers\"");
        await before.SettleAsync();

        await using var after = await before.RestartAsync(Duration.FromMinutes(minutes - 30));
        await after.SettleAsync();

        var seen = after.Seen.Single(post => post.Post.Cause.Kind is DeliveryKind.Session).Text;
        seen.ShouldStartWith(opening);
        seen.ShouldNotContain("deadline");
    }

    [Fact]
    public async Task A_platform_dead_for_an_hour_shows_only_the_latest_rung_when_it_answers_again()
    {
        await using var bot = await FoundingNight.StartAsync(Start, "3h, 2h30m, 2h, 1h, 0", "desk");
        bot.Platform.IsDown = true;
        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 2, 10));

        bot.Platform.IsDown = false;
        await bot.AdvanceAsync(Duration.FromSeconds(5));

        var seen = bot.Seen.Where(post => post.Post.Cause.Kind is not DeliveryKind.Alarm).ShouldHaveSingleItem();
        seen.Text.ShouldContain("2-hour alert, due 21:59 Washington");
        seen.Text.ShouldContain("Never shown: the 3-hour alert, due 20:59 Washington and the 150-minute alert, due 21:29 Washington.");
        (await bot.ReadAsync(db => db.Deliveries.CountAsync(row => row.State == DeliveryState.Superseded))).ShouldBe(2);
    }

    [Fact]
    public async Task What_waited_for_a_dead_platform_is_stale_after_a_restart_however_fast_the_sender_is()
    {
        await using var before = await FoundingNight.StartAsync(Start, "3h, 2h30m, 2h, 1h, 0", "desk");
        before.Platform.IsDown = true;
        await before.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 1, 10));

        await using var after = await before.RestartAsync(Duration.FromHours(1));
        await after.SettleAsync();

        var seen = after.Seen.Where(post => post.Post.Cause.Kind is not DeliveryKind.Alarm).ShouldHaveSingleItem();
        seen.Text.ShouldContain("2-hour alert, due 21:59 Washington");
        seen.Text.ShouldContain("Never shown: the 3-hour alert, due 20:59 Washington and the 150-minute alert, due 21:29 Washington.");
    }

    [Fact]
    public async Task An_alert_on_time_is_not_called_late()
    {
        await using var bot = await FoundingNight.StartAsync(Start, "1h, 0", "desk");

        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 3, 0));

        var seen = bot.Seen.ShouldHaveSingleItem();
        seen.Text.ShouldStartWith("1 h to go · US–Japan automotive talks: 100% tariffs");
        seen.Text.ShouldContain("23:59 Washington Wed 28 Jun · 05:59 Geneva Thu 29 Jun (+1) · 12:59 Tokyo Thu 29 Jun (+1)");
        seen.At.ShouldBe(seen.Post.DueAt);
    }

    [Fact]
    public async Task A_short_ladder_missed_across_its_end_gives_one_post_and_nothing_below_it()
    {
        await using var before = await FoundingNight.StartAsync(Instant.FromUtc(1995, 6, 29, 3, 58, 26), "30s, 10s, 0", "desk");

        await using var after = await before.RestartOnSamePlatformAsync(Duration.FromSeconds(49));
        await after.AdvanceAsync(Duration.FromMinutes(1));

        var seen = after.Seen.Where(post => post.Post.Cause.Subject == "D1").ShouldHaveSingleItem();
        seen.Text.ShouldStartWith("Deadline passed");
        seen.Text.ShouldContain("Never shown");
    }

    [Fact]
    public async Task What_is_said_to_remain_is_what_remains()
    {
        await using var before = await FoundingNight.StartAsync(Instant.FromUtc(1995, 6, 29, 3, 57), "1m, 0", "desk");

        await using var after = await before.RestartOnSamePlatformAsync(Duration.FromSeconds(117));
        await after.SettleAsync();

        after.Seen.ShouldHaveSingleItem().Text.ShouldStartWith("LATE less than a minute · Less than a minute to go · US–Japan automotive talks: 100% tariffs");
    }

    [Theory]
    [InlineData("5m, 0", 54, 12, "5 min to go")]
    [InlineData("20m, 0", 39, 40, "19 min to go")]
    public async Task A_rung_that_comes_a_little_late_names_what_is_left_then_to_the_minute(string ladder, int minute, int late, string left)
    {
        await using var bot = await FoundingNight.StartAsync(Instant.FromUtc(1995, 6, 29, 3, minute - 1), ladder, "desk");
        var due = Instant.FromUtc(1995, 6, 29, 3, minute);
        bot.Platform.Trouble = _ => bot.Clock.GetCurrentInstant() == due ? new PostOutcome.RateLimited(Duration.FromSeconds(late)) : null;

        await bot.AdvanceToAsync(due + Duration.FromMinutes(1));

        bot.Seen.ShouldHaveSingleItem().Text.ShouldStartWith($"{left} · US–Japan automotive talks: 100% tariffs");
    }

    [Fact]
    public async Task Alerts_of_one_moment_go_in_the_order_in_which_they_were_due_whatever_their_priority()
    {
        await using var bot = await FoundingNight.StartAsync(Start, "5m, 0", "desk");
        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 3, 53, 59));
        bot.Platform.Trouble = _ => bot.Clock.GetCurrentInstant() < Instant.FromUtc(1995, 6, 29, 3, 59) ? new PostOutcome.Ambiguous("reset") : null;

        await bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 4, 0));

        var seen = bot.Seen.Where(post => post.Post.Cause is { Rung: not null }).ToList();
        seen.Select(post => post.Post.DueAt).ShouldBe(seen.Select(post => post.Post.DueAt).Order());
        seen[^1].Text.ShouldStartWith("Deadline passed");
    }
}
