using TalksBot.Core.Times;

namespace TalksBot.Core.Tests.Times;

/// <summary>How moments are written.</summary>
public sealed class TimeWordingTests
{
    private static readonly Instant _deadline = Given.At("1995-06-29T03:59:00Z");
    private static readonly WallClock _washington = new("", Given.NewYork);
    private static readonly WallClock _geneva = new("", Given.Zurich);

    [Fact]
    public void The_founding_deadline_stands_on_every_clock_with_day_flags() =>
        TimeWording.ClockLine(_deadline, Given.Clocks, Given.Tuesday)
            .ShouldBe("23:59 Washington Wed 28 Jun · 05:59 Geneva Thu 29 Jun (+1) · 12:59 Tokyo Thu 29 Jun (+1)");

    [Fact]
    public void A_line_whose_first_clock_is_ahead_flags_the_day_before() =>
        TimeWording.ClockLine(_deadline, [_geneva, _washington], Given.Tuesday).ShouldBe("05:59 Geneva Thu 29 Jun · 23:59 Washington Wed 28 Jun (-1)");

    [Fact]
    public void A_zone_shown_twice_is_written_once() =>
        TimeWording.ClockLine(_deadline, [_geneva, new("Davos", Given.Zurich)], Given.Tuesday).ShouldBe("05:59 Geneva Thu 29 Jun");

    [Fact]
    public void No_clocks_at_all_means_utc() =>
        TimeWording.ClockLine(_deadline, [], Given.Tuesday).ShouldBe("03:59 UTC Thu 29 Jun");

    [Theory]
    [InlineData(150, "05:59 Geneva Thu 29 Jun")]
    [InlineData(151, "05:59 Geneva Thu 29 Jun 1995")]
    [InlineData(-151, "05:59 Geneva Thu 29 Jun 1995")]
    public void The_year_is_written_when_the_moment_is_far_off(int days, string text) =>
        TimeWording.ClockTime(_deadline, _geneva, null, _deadline + Duration.FromDays(days)).ShouldBe(text);

    [Theory]
    [InlineData("1995-06-29T03:59:00Z", "America/New_York", "Wed 28 Jun 1995 23:59 Washington")]
    [InlineData("1995-06-29T03:59:07Z", "America/New_York", "Wed 28 Jun 1995 23:59:07 Washington")]
    [InlineData("1995-06-29T03:59:00Z", "America/Chicago", "Wed 28 Jun 1995 22:59 Chicago")]
    [InlineData("1995-06-29T03:59:00Z", "UTC-04", "Wed 28 Jun 1995 23:59 UTC-4")]
    [InlineData("1995-06-29T03:59:00Z", "UTC", "Thu 29 Jun 1995 03:59 UTC")]
    [InlineData("1995-09-24T00:30:00Z", "Europe/Zurich", "Sun 24 Sep 1995 02:30 Geneva +02:00")]
    [InlineData("1995-09-24T01:30:00Z", "Europe/Zurich", "Sun 24 Sep 1995 02:30 Geneva +01:00")]
    [InlineData("1995-10-29T06:30:00Z", "America/New_York", "Sun 29 Oct 1995 01:30 Washington -05:00")]
    public void A_full_time_leaves_nothing_open(string instant, string zone, string text) =>
        TimeWording.Full(CivilTime.At(Given.At(instant), Given.Zone(zone))).ShouldBe(text);

    [Fact]
    public void A_full_time_can_stand_on_a_clock_with_a_name() =>
        TimeWording.Full(_deadline, new("Davos", Given.Zurich)).ShouldBe("Thu 29 Jun 1995 05:59 Davos");

    [Fact]
    public void A_full_time_that_clocks_skip_is_written_as_the_moment_it_becomes() =>
        TimeWording.Full(new CivilTime(new(1996, 4, 7, 2, 30), Given.NewYork, Offset.FromHours(-5))).ShouldBe("Sun 7 Apr 1996 03:00 Washington");

    [Fact]
    public void A_short_time_is_to_the_minute() => TimeWording.ClockTimeShort(Given.At("1995-06-29T03:44:59Z"), _washington).ShouldBe("23:44 Washington");

    [Theory]
    [InlineData("1995-06-27T12:00:00Z", "1995-06-28T12:00:00Z", "Tue 27 Jun 08:00 – Wed 28 Jun 08:00 Washington")]
    [InlineData("1995-06-27T12:00:00Z", "1995-06-27T14:00:00Z", "Tue 27 Jun 08:00 – 10:00 Washington")]
    [InlineData("1995-10-28T12:00:00Z", "1995-10-29T13:00:00Z", "Sat 28 Oct 08:00 – Sun 29 Oct 08:00 Washington")]
    [InlineData("1996-06-27T12:00:00Z", "1996-06-28T12:00:00Z", "Thu 27 Jun 1996 08:00 – Fri 28 Jun 1996 08:00 Washington")]
    public void A_window_names_both_ends(string from, string to, string text) =>
        TimeWording.Window(Given.At(from), Given.At(to), _washington, _deadline).ShouldBe(text);

    [Theory]
    [InlineData(11_700, "3 h 15 min")]
    [InlineData(11_759, "3 h 15 min")]
    [InlineData(2_700, "45 min")]
    [InlineData(2_759, "45 min")]
    [InlineData(299, "4 min")]
    [InlineData(187_200, "2 d 4 h")]
    [InlineData(604_800, "7 d")]
    [InlineData(604_799, "6 d 23 h")]
    [InlineData(40, "less than a minute")]
    [InlineData(0.9, "less than a minute")]
    [InlineData(0, "0 min")]
    [InlineData(-5, "0 min")]
    public void A_span_takes_two_units_at_most_and_never_rounds_up(double seconds, string text) =>
        TimeWording.Span(Duration.FromSeconds(seconds)).ShouldBe(text);

    [Theory]
    [InlineData(11_700, "in 3 h 15 min")]
    [InlineData(-840, "14 min ago")]
    [InlineData(0, "now")]
    [InlineData(-0.4, "now")]
    public void A_relative_time_says_which_way(double seconds, string text) =>
        TimeWording.Relative(_deadline + Duration.FromSeconds(seconds), _deadline).ShouldBe(text);

    [Fact]
    public void A_date_has_its_weekday_and_year() => TimeWording.Date(new(1995, 6, 28)).ShouldBe("Wed 28 Jun 1995");

    [Theory]
    [InlineData("1995-06-29T03:59:00Z")]
    [InlineData("1995-06-29T03:59:00.25Z")]
    public void An_instant_in_iso_has_a_fraction_only_when_there_is_one(string text) => TimeWording.Iso(Given.At(text)).ShouldBe(text);

    [Theory]
    [InlineData(10_800, "PT3H")]
    [InlineData(129_600, "PT36H")]
    [InlineData(604_800, "P7D")]
    [InlineData(5_405.5, "PT1H30M5.5S")]
    [InlineData(-90, "-PT1M30S")]
    [InlineData(0, "PT0S")]
    public void A_duration_in_iso_has_days_only_when_they_are_whole(double seconds, string text) =>
        TimeWording.Iso(Duration.FromSeconds(seconds)).ShouldBe(text);

    [Fact]
    public void A_civil_time_in_iso_carries_offset_and_zone() =>
        TimeWording.Iso(CivilTime.At(_deadline, Given.NewYork)).ShouldBe("1995-06-28T23:59:00-04:00[America/New_York]");
}
