using NodaTime.Text;
using TalksBot.Core.Times.Repeats;

namespace TalksBot.Core.Tests.Times.Repeats;

public sealed class RepeatPhraseTests
{
    /// <summary>A Tuesday, the last of its month but for three days.</summary>
    private static readonly LocalDateTime First = new(1995, 6, 27, 10, 0);

    [Theory]
    [InlineData("every day", "FREQ=DAILY", "every day")]
    [InlineData("daily", "FREQ=DAILY", "every day")]
    [InlineData("every 3 days", "FREQ=DAILY;INTERVAL=3", "every 3 days")]
    [InlineData("every other day", "FREQ=DAILY;INTERVAL=2", "every 2 days")]
    [InlineData("every weekday 10:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday")]
    [InlineData("Weekdays at 10am", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday")]
    [InlineData("weekly", "FREQ=WEEKLY;BYDAY=TU", "every Tuesday")]
    [InlineData("every Tuesday", "FREQ=WEEKLY;BYDAY=TU", "every Tuesday")]
    [InlineData("Tuesdays", "FREQ=WEEKLY;BYDAY=TU", "every Tuesday")]
    [InlineData("every Tue and Thu", "FREQ=WEEKLY;BYDAY=TU,TH", "every Tuesday and Thursday")]
    [InlineData("every thursday, tuesday", "FREQ=WEEKLY;BYDAY=TU,TH", "every Tuesday and Thursday")]
    [InlineData("fortnightly", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "every 2 weeks on Tuesday")]
    [InlineData("every other Tuesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "every 2 weeks on Tuesday")]
    [InlineData("every 2 weeks on Tuesday and Friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR", "every 2 weeks on Tuesday and Friday")]
    [InlineData("monthly", "FREQ=MONTHLY;BYMONTHDAY=27", "every month on the 27th")]
    [InlineData("every month on the 27th", "FREQ=MONTHLY;BYMONTHDAY=27", "every month on the 27th")]
    [InlineData("quarterly", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=27", "every 3 months on the 27th")]
    [InlineData("last Tuesday of the month", "FREQ=MONTHLY;BYDAY=-1TU", "every last Tuesday of the month")]
    [InlineData("every fourth Tuesday of the month", "FREQ=MONTHLY;BYDAY=4TU", "every fourth Tuesday of the month")]
    [InlineData("yearly", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=27", "every year on 27 Jun")]
    [InlineData("every Tuesday until 31 Dec 1995", "FREQ=WEEKLY;BYDAY=TU;UNTIL=19951231", "every Tuesday, until Sun 31 Dec 1995")]
    [InlineData("every Tuesday ×10", "FREQ=WEEKLY;BYDAY=TU;COUNT=10", "every Tuesday, 10 times")]
    [InlineData("weekly x3", "FREQ=WEEKLY;BYDAY=TU;COUNT=3", "every Tuesday, 3 times")]
    [InlineData("weekly, 12 times", "FREQ=WEEKLY;BYDAY=TU;COUNT=12", "every Tuesday, 12 times")]
    [InlineData("RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=TU;WKST=MO", "FREQ=WEEKLY;BYDAY=TU", "every Tuesday")]
    public void People_and_calendars_are_understood_and_understood_again(string typed, string rule, string words)
    {
        var read = Read(typed).ShouldBeOfType<RepeatReading.Understood>().Rule;

        read.ToString().ShouldBe(rule);
        RepeatWording.Of(read).ShouldBe(words);
        Read(RepeatPhrase.Typed(read, First.Date)).ShouldBe(new RepeatReading.Understood(read));
        Read(rule).ShouldBe(new RepeatReading.Understood(read));
    }

    [Theory]
    [InlineData("every second")]
    [InlineData("every minute")]
    [InlineData("hourly")]
    [InlineData("every 30 minutes")]
    [InlineData("FREQ=SECONDLY")]
    [InlineData("FREQ=DAILY;BYHOUR=1,2,3")]
    [InlineData("FREQ=YEARLY;BYSECOND=0,1")]
    public void What_is_more_often_than_once_a_day_is_refused_with_that_bound(string typed) =>
        Refused(typed).Why.ShouldBe($"\"{typed}\" counts less than days; once a day is the most that something repeats.");

    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "No day is ever like that: every year on 30 Feb.")]
    [InlineData("every Tuesday until 1 Jan 1995", "It would be over on Sun 1 Jan 1995, before the first one, Tue 27 Jun 1995.")]
    [InlineData("every Tuesday ×0", "Something repeats 1 to 999 times.")]
    [InlineData("every Tuesday ×99999999999999", "Something repeats 1 to 999 times.")]
    [InlineData("every Tuesday ×3 until 31 Dec 1995", "Say either until when or how often, not both.")]
    [InlineData("every Tuesday until doomsday", "\"doomsday\" is no day I can read; write until 31 Dec.")]
    [InlineData("every Tuesday 11:00", "\"11:00\" is not the hour of the first one, 10:00; leave the hour out of the rule.")]
    [InlineData("every Wednesday", "Tue 27 Jun 1995 is not one of them: every Wednesday begins Wed 28 Jun 1995.")]
    [InlineData("now and then", "\"now and then\" is no rule I can read; write every Tuesday, every weekday, every 2 weeks, monthly or first Monday of the month, perhaps with until 31 Dec or ×10.")]
    [InlineData("every 100 weeks", "\"every 100 weeks\" is no rule I can read; write every Tuesday, every weekday, every 2 weeks, monthly or first Monday of the month, perhaps with until 31 Dec or ×10.")]
    public void What_never_is_or_is_no_rule_is_refused_in_one_sentence(string typed, string why) => Refused(typed).Why.ShouldBe(why);

    [Fact]
    public void What_may_be_fortnightly_or_monthly_is_asked()
    {
        var asked = Refused("every second Tuesday");

        asked.Why.ShouldBe("Every other week, or once a month?");
        asked.Readings.ShouldBe(["every other Tuesday", "second Tuesday of the month"]);
    }

    [Fact]
    public void A_first_one_on_another_day_is_answered_with_the_first_that_is() =>
        Refused("first Monday of the month").First.ShouldBe(new LocalDate(1995, 7, 3));

    [Theory]
    [InlineData("FREQ=DAILY;COUNT=-1")]
    [InlineData("FREQ=WEEKLY;BYDAY=XX")]
    [InlineData("FREQ=WEEKLY;BYDAY=")]
    [InlineData("FREQ=WEEKLY;FREQ=DAILY")]
    [InlineData("FREQ=DAILY;BYSETPOS=1")]
    [InlineData("FREQ=MONTHLY;BYDAY=9MO")]
    [InlineData("FREQ=DAILY;INTERVAL=0")]
    public void A_rule_with_parts_that_it_does_not_take_is_none(string typed) => Refused(typed).Why.ShouldContain("is no rule I can read");

    [Fact]
    public void Whatever_is_typed_is_answered()
    {
        foreach (var typed in new[] { "", " ", "every", "every every every", "×", "until", "every ,", "last", "first of", "freq=", "freq=;=;", new string('x', 5_000), "every 2", "0 days", "every tuesday ×", "\u0000", "every 😀" })
        {
            Should.NotThrow(() => Read(typed));
        }
    }

    private static RepeatReading.Refused Refused(string typed) => Read(typed).ShouldBeOfType<RepeatReading.Refused>();

    private static RepeatReading Read(string typed) => RepeatPhrase.Read(typed, First, Day);

    private static LocalDate? Day(string typed)
    {
        foreach (var pattern in new[] { "d MMM uuuu", "ddd d MMM uuuu" })
        {
            if (LocalDatePattern.CreateWithInvariantCulture(pattern).Parse(typed.Trim()) is { Success: true } read)
            {
                return read.Value;
            }
        }

        return null;
    }
}
