using CsCheck;
using TalksBot.Core.Times;

namespace TalksBot.Core.Tests.Times;

/// <summary>A start and an end typed together.</summary>
public sealed class RangePhraseTests
{
    [Theory]
    [InlineData("29 Nov 14:00-16:00", "Wed 29 Nov 1995 14:00 Washington", "Wed 29 Nov 1995 16:00 Washington")]
    [InlineData("14:00–16:00", "Tue 27 Jun 1995 14:00 Washington", "Tue 27 Jun 1995 16:00 Washington")]
    [InlineData("2-4pm", "Tue 27 Jun 1995 14:00 Washington", "Tue 27 Jun 1995 16:00 Washington")]
    [InlineData("2-4pm tomorrow", "Wed 28 Jun 1995 14:00 Washington", "Wed 28 Jun 1995 16:00 Washington")]
    [InlineData("tomorrow 11-1pm", "Wed 28 Jun 1995 11:00 Washington", "Wed 28 Jun 1995 13:00 Washington")]
    [InlineData("tomorrow 10pm-2am", "Wed 28 Jun 1995 22:00 Washington", "Thu 29 Jun 1995 02:00 Washington")]
    [InlineData("from noon to midnight", "Tue 27 Jun 1995 12:00 Washington", "Wed 28 Jun 1995 00:00 Washington")]
    [InlineData("between 5 and 6pm Geneva tomorrow", "Wed 28 Jun 1995 17:00 Geneva", "Wed 28 Jun 1995 18:00 Geneva")]
    [InlineData("28 Jun 09:00 to 11:30 Tokyo", "Wed 28 Jun 1995 09:00 Tokyo", "Wed 28 Jun 1995 11:30 Tokyo")]
    [InlineData("28 Jun 22:00 - 29 Jun 02:00", "Wed 28 Jun 1995 22:00 Washington", "Thu 29 Jun 1995 02:00 Washington")]
    [InlineData("1995-06-28 09:00-11:00", "Wed 28 Jun 1995 09:00 Washington", "Wed 28 Jun 1995 11:00 Washington")]
    [InlineData("30 Jun 2-4pm", "Fri 30 Jun 1995 14:00 Washington", "Fri 30 Jun 1995 16:00 Washington")]
    [InlineData("10:00-14:00 tomorrow", "Wed 28 Jun 1995 10:00 Washington", "Wed 28 Jun 1995 14:00 Washington")]
    [InlineData("half past two pm to quarter to five pm", "Tue 27 Jun 1995 14:30 Washington", "Tue 27 Jun 1995 16:45 Washington")]
    public void A_start_and_its_end_are_read(string text, string start, string end)
    {
        var range = TimeRangePhrase.Read(text, Given.Desk).ShouldBeOfType<TimeRangeReading.Understood>(text);

        TimeWording.Full(range.Start).ShouldBe(start);
        TimeWording.Full(range.End).ShouldBe(end);
    }

    [Theory]
    [InlineData("tomorrow 9:00-11:00")]
    [InlineData("10 to 5pm")]
    [InlineData("tomorrow 9am to 8am")]
    [InlineData("next friday 2-4pm")]
    public void What_is_not_clear_is_asked(string text)
    {
        var refused = TimeRangePhrase.Read(text, Given.Desk).ShouldBeOfType<TimeRangeReading.Refused>(text);

        refused.Readings.ShouldAllBe(option => option.End.ToInstant() > option.Start.ToInstant());
    }

    [Theory]
    [InlineData("28-Jun-1995 17:00")]
    [InlineData("1995-06-28 17:00-04:00")]
    [InlineData("28 Jun 17:00 UTC-5")]
    [InlineData("28 Jun 17:00 -0400")]
    [InlineData("quarter to two pm tomorrow")]
    [InlineData("Port-au-Prince 17:00")]
    [InlineData("5pm - Geneva")]
    public void What_is_one_time_is_no_range(string text) => TimeRangePhrase.Read(text, Given.Desk).ShouldBeNull(text);

    [Fact]
    public void Whatever_is_offered_or_written_reads_back() =>
        (from zone in Given.AnyZone
         from start in Given.MomentIn(zone)
         from minutes in Gen.Int[1, 2_000]
         select (zone, start, minutes)).Sample(
            sample =>
            {
                var (start, end) = (CivilTime.At(sample.start, sample.zone), CivilTime.At(sample.start + Duration.FromMinutes(sample.minutes), sample.zone));
                var context = Given.History with { Zone = sample.zone };
                var range = TimeRangePhrase.Read(TimeRangePhrase.Write(start, end), context);
                return range is TimeRangeReading.Understood read && read.Start.ToInstant() == start.ToInstant() && read.End.ToInstant() == end.ToInstant();
            },
            iter: 400);
}
