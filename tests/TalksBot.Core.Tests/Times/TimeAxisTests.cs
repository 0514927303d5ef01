using TalksBot.Core.Times;

namespace TalksBot.Core.Tests.Times;

/// <summary>The moments that an axis of time names.</summary>
public sealed class TimeAxisTests
{
    private static readonly WallClock Geneva = Clock("Europe/Zurich");

    [Fact]
    public void A_night_is_named_by_the_hour_and_its_days_at_the_first_hour_and_at_midnight() =>
        Names(Instant.FromUtc(1995, 6, 28, 18, 10), Instant.FromUtc(1995, 6, 29, 5, 0), Geneva)
            .ShouldBe(["22:00\nWed 28 Jun", "00:00\nThu 29 Jun", "02:00", "04:00", "06:00"]);

    [Fact]
    public void Weeks_are_named_by_the_day() =>
        Names(Instant.FromUtc(1995, 5, 10, 0, 0), Instant.FromUtc(1995, 6, 28, 0, 0), Geneva)
            .ShouldBe(["Wed 17 May\n1995", "Wed 24 May\n1995", "Wed 31 May\n1995", "Wed 7 Jun\n1995", "Wed 14 Jun\n1995", "Wed 21 Jun\n1995", "Wed 28 Jun\n1995"]);

    [Fact]
    public void A_skipped_hour_is_not_named_and_a_repeated_one_once()
    {
        var newYork = Clock("America/New_York");

        Names(Instant.FromUtc(2026, 3, 8, 5, 0), Instant.FromUtc(2026, 3, 8, 10, 0), newYork).ShouldBe(["00:00\nSun 8 Mar", "01:00", "03:00", "04:00", "05:00", "06:00"]);
        Names(Instant.FromUtc(2026, 11, 1, 4, 0), Instant.FromUtc(2026, 11, 1, 9, 0), newYork).ShouldBe(["00:00\nSun 1 Nov", "01:00", "02:00", "03:00", "04:00"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(60 * 24)]
    [InlineData(60 * 24 * 40)]
    [InlineData(60 * 24 * 366 * 30)]
    public void Between_two_and_nine_moments_are_named_in_order_and_within_bounds(int quarters)
    {
        var from = Instant.FromUtc(1995, 6, 28, 3, 7);
        var to = from + Duration.FromMinutes(15L * quarters);

        var ticks = TimeAxis.Ticks(from, to, Geneva);

        ticks.Count.ShouldBeInRange(2, 9);
        ticks.Select(tick => tick.At).ShouldBeInOrder(SortDirection.Ascending);
        ticks.ShouldAllBe(tick => tick.At >= from && tick.At <= to);
    }

    [Theory]
    [InlineData(45, 5)]
    [InlineData(46, 15)]
    [InlineData(135, 15)]
    [InlineData(136, 30)]
    [InlineData(540, 60)]
    [InlineData(541, 120)]
    [InlineData(6480, 720)]
    public void The_shortest_step_is_taken_that_names_no_more_than_nine(int minutes, int step)
    {
        var from = Instant.FromUtc(1995, 6, 27, 22, 0);

        var ticks = TimeAxis.Ticks(from, from + Duration.FromMinutes(minutes), Geneva);

        ticks[0].At.ShouldBe(from);
        (ticks[1].At - ticks[0].At).ShouldBe(Duration.FromMinutes(step));
    }

    [Theory]
    [InlineData(8, 1, 9)]
    [InlineData(9, 2, 5)]
    [InlineData(16, 2, 9)]
    [InlineData(17, 7, 3)]
    [InlineData(2_912, 364, 9)]
    [InlineData(4_000, 501, 8)]
    public void Of_longer_times_whole_days_are_named(int days, int step, int count)
    {
        var from = Instant.FromUtc(1995, 6, 27, 22, 0);
        var ticks = TimeAxis.Ticks(from, from + Duration.FromDays(days), new WallClock("", DateTimeZone.ForOffset(Offset.FromHours(2))));

        (ticks.Count, ticks[1].At - ticks[0].At).ShouldBe((count, Duration.FromDays(step)));
        ticks[0].Name.ShouldBe("Wed 28 Jun\n1995");
    }

    [Fact]
    public void Both_ends_are_named_where_a_moment_falls_on_them()
    {
        var (from, to) = (Instant.FromUtc(1995, 6, 28, 6, 0), Instant.FromUtc(1995, 6, 28, 6, 15));

        TimeAxis.Ticks(from, to, Geneva).Select(tick => tick.At).ShouldBe([from, from + Duration.FromMinutes(5), from + Duration.FromMinutes(10), to]);
    }

    private static IReadOnlyList<string> Names(Instant from, Instant to, WallClock clock) => [.. TimeAxis.Ticks(from, to, clock).Select(tick => tick.Name)];

    private static WallClock Clock(string id) => new("", DateTimeZoneProviders.Tzdb[id]);
}
