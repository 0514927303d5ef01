using TalksBot.Core.Negotiations;
using TalksBot.Core.Times;
using TalksBot.Core.Times.Repeats;

namespace TalksBot.Core.Tests.Times.Repeats;

public sealed class RepeatRuleTests
{
    private static readonly DateTimeZone Zurich = DateTimeZoneProviders.Tzdb["Europe/Zurich"];

    [Theory]
    [InlineData("FREQ=DAILY;INTERVAL=3", "1995-06-27", "1995-06-27 1995-06-30 1995-07-03")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "1995-06-30", "1995-06-30 1995-07-03 1995-07-04")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR", "1995-06-27", "1995-06-27 1995-06-30 1995-07-11 1995-07-14")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=31", "1995-05-31", "1995-05-31 1995-07-31 1995-08-31 1995-10-31")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1", "1995-12-31", "1995-12-31 1996-01-31 1996-02-29 1996-03-31")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR", "1995-06-30", "1995-06-30 1995-07-28 1995-08-25")]
    [InlineData("FREQ=MONTHLY;BYDAY=5TU", "1995-05-30", "1995-05-30 1995-08-29 1995-10-31")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "1996-02-29", "1996-02-29 2000-02-29 2004-02-29")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU;COUNT=2", "1995-06-27", "1995-06-27 1995-07-04")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU;UNTIL=19950711", "1995-06-27", "1995-06-27 1995-07-04 1995-07-11")]
    public void Its_days_come_in_order(string text, string first, string days)
    {
        RepeatText.TryRead(text, out var rule).ShouldBeTrue();
        var wanted = days.Split(' ').Select(Day).ToList();

        rule.From(Day(first)).Take(wanted.Count + (rule.Count is null && rule.Until is null ? 0 : 1)).ShouldBe(wanted);
    }

    [Fact]
    public void A_rule_without_end_is_never_counted_out()
    {
        RepeatText.TryRead("FREQ=DAILY", out var rule).ShouldBeTrue();

        rule.From(new LocalDate(1995, 6, 27)).Count().ShouldBeLessThan(15_000);
    }

    [Fact]
    public void The_wall_clock_holds_over_a_change_of_clocks()
    {
        var weekly = Weekly(new LocalDateTime(1996, 3, 27, 10, 0));

        weekly.Following.Take(2).Select(slot => TimeWording.Iso(weekly.On(slot))).ShouldBe(["1996-04-03T10:00:00+02:00[Europe/Zurich]", "1996-04-10T10:00:00+02:00[Europe/Zurich]"]);
        TimeWording.Iso(weekly.On(weekly.Slot)).ShouldBe("1996-03-27T10:00:00+01:00[Europe/Zurich]");
    }

    [Fact]
    public void An_hour_that_clocks_skip_is_the_first_moment_after_and_that_is_said()
    {
        var weekly = Weekly(new LocalDateTime(1996, 3, 24, 2, 30));
        var skipped = weekly.Following.First();

        TimeWording.Iso(weekly.On(skipped)).ShouldBe("1996-03-31T03:00:00+02:00[Europe/Zurich]");
        RepeatWording.Shifted(skipped, Zurich).ShouldBe("Clocks skip 02:30 on Sun 31 Mar: it is at 03:00.");
        weekly.Following.ElementAt(1).ShouldBe(new LocalDateTime(1996, 4, 7, 2, 30));
    }

    [Fact]
    public void Of_an_hour_that_comes_twice_the_first_is_meant_and_that_is_said()
    {
        var weekly = Weekly(new LocalDateTime(1996, 10, 20, 2, 30));
        var doubled = weekly.Following.First();

        TimeWording.Iso(weekly.On(doubled)).ShouldBe("1996-10-27T02:30:00+02:00[Europe/Zurich]");
        RepeatWording.Shifted(doubled, Zurich).ShouldBe("02:30 comes twice on Sun 27 Oct: the first is meant.");
        RepeatWording.Shifted(weekly.Slot, Zurich).ShouldBeNull();
    }

    [Fact]
    public void What_nobody_planned_in_time_is_left_out_and_the_count_goes_on()
    {
        RepeatText.TryRead("FREQ=WEEKLY;COUNT=4", out var rule).ShouldBeTrue();
        var series = Weekly(new LocalDateTime(1995, 6, 27, 10, 0)) with { Rule = rule with { Weekdays = [IsoDayOfWeek.Tuesday] } };

        var late = series.Next(Instant.FromUtc(1995, 7, 6, 0, 0)).ShouldNotBeNull();

        (late.Slot.Date, late.Place).ShouldBe((new LocalDate(1995, 7, 11), 2));
        late.Next(Instant.FromUtc(1995, 7, 12, 0, 0)).ShouldNotBeNull().Slot.Date.ShouldBe(new LocalDate(1995, 7, 18));
        late.Next(Instant.FromUtc(1995, 8, 1, 0, 0)).ShouldBeNull();
    }

    private static Repetition Weekly(LocalDateTime first) => Repetition.Begin(
        new RepeatRule(RepeatUnit.Week, 1) { Weekdays = [first.DayOfWeek] }, new CivilTime(first, Zurich, Offset.FromHours(1)), end: null, number: 1);

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
