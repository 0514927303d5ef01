using TalksBot.Core.Negotiations;
using TalksBot.Core.Times;

namespace TalksBot.Core.Tests.Times;

/// <summary>An hour that comes every day, and a span between two.</summary>
public sealed class HourTextTests
{
    [Theory]
    [InlineData("08:00", 8, 0)]
    [InlineData("8am", 8, 0)]
    [InlineData("7:30 pm", 19, 30)]
    [InlineData("0730", 7, 30)]
    [InlineData("noon", 12, 0)]
    [InlineData("midnight", 0, 0)]
    [InlineData("24:00", 0, 0)]
    [InlineData("00:00", 0, 0)]
    [InlineData("half past six pm", 18, 30)]
    public void An_hour_is_read_on_the_24_hour_clock_unless_it_says_otherwise(string text, int hour, int minute)
    {
        HourText.TryParse(text, out var read).ShouldBeTrue();

        read.ShouldBe(new LocalTime(hour, minute));
    }

    [Theory]
    [InlineData("")]
    [InlineData("25:00")]
    [InlineData("8:61")]
    [InlineData("8")]
    [InlineData("soon")]
    [InlineData("tomorrow 8:00")]
    [InlineData("Monday 8:00")]
    [InlineData("8:00 Geneva")]
    [InlineData("8:00 UTC+2")]
    [InlineData("in 2 hours")]
    [InlineData("now")]
    [InlineData("tomorrow")]
    [InlineData("end of the day")]
    [InlineData("week 7 8:00")]
    public void What_is_no_hour_of_any_day_is_refused(string text)
    {
        HourText.TryParse(text, out var read).ShouldBeFalse();

        read.ShouldBe(default);
    }

    [Theory]
    [InlineData("20:00-08:00", 20, 0, 8, 0)]
    [InlineData("22:30 - 06:15", 22, 30, 6, 15)]
    [InlineData("8pm to 7am", 20, 0, 7, 0)]
    [InlineData("from 20:00 until 24:00", 20, 0, 0, 0)]
    public void Two_hours_are_a_span(string text, int from, int fromMinute, int until, int untilMinute)
    {
        QuietHours.TryParse(text, out var quiet).ShouldBeTrue();

        quiet.ShouldBe(new QuietHours(new LocalTime(from, fromMinute), new LocalTime(until, untilMinute)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("20:00")]
    [InlineData("20:00-soon")]
    [InlineData("tomorrow 20:00-08:00")]
    [InlineData("20:00-25:00")]
    public void One_hour_or_none_is_no_span(string text) => QuietHours.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void An_hour_is_written_with_two_digits_each() => HourText.Write(new LocalTime(7, 5)).ShouldBe("07:05");
}
