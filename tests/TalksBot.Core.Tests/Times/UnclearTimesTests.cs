namespace TalksBot.Core.Tests.Times;

/// <summary>What is not clear is asked, with the readings to choose from.</summary>
public sealed class UnclearTimesTests
{
    [Theory]
    [InlineData("11:59", "\"11:59\" could be am or pm.", "Tue 27 Jun 1995 11:59 Washington|Tue 27 Jun 1995 23:59 Washington")]
    [InlineData("28 Jun 11:59 EDT", "\"11:59\" could be am or pm.", "Wed 28 Jun 1995 11:59 Washington|Wed 28 Jun 1995 23:59 Washington")]
    [InlineData("28 Jun 9:30", "\"9:30\" could be am or pm.", "Wed 28 Jun 1995 09:30 Washington|Wed 28 Jun 1995 21:30 Washington")]
    [InlineData("28 Jun 12:00", "\"12:00\" could be am or pm.", "Wed 28 Jun 1995 00:00 Washington|Wed 28 Jun 1995 12:00 Washington")]
    [InlineData("fri at 5", "\"5\" could be am or pm.", "Fri 30 Jun 1995 05:00 Washington|Fri 30 Jun 1995 17:00 Washington")]
    [InlineData("tomorrow 5 o'clock", "\"5 o'clock\" could be am or pm.", "Wed 28 Jun 1995 05:00 Washington|Wed 28 Jun 1995 17:00 Washington")]
    [InlineData("tonight 09:30", "\"09:30\" does not fit \"tonight\".", "Tue 27 Jun 1995 21:30 Washington|Wed 28 Jun 1995 09:30 Washington|Wed 28 Jun 1995 21:30 Washington")]
    [InlineData("28 Jun 17:00 am", "\"17:00 am\" contradicts itself.", "Wed 28 Jun 1995 05:00 Washington|Wed 28 Jun 1995 17:00 Washington")]
    public void The_half_of_the_day(string text, string why, string readings) => Asks(text, why, readings);

    [Theory]
    [InlineData("01/02 17:00", "That could be 1 Feb or 2 Jan.", "Tue 2 Jan 1996 17:00 Washington|Thu 1 Feb 1996 17:00 Washington")]
    [InlineData("1/7/1995 17:00", "That could be 1 Jul or 7 Jan.", "Sat 1 Jul 1995 17:00 Washington")]
    [InlineData("Tue 28 Jun 17:00", "Wed 28 Jun 1995 is not a Tuesday.", "Tue 27 Jun 1995 17:00 Washington|Wed 28 Jun 1995 17:00 Washington|Tue 4 Jul 1995 17:00 Washington")]
    [InlineData("tomorrow 29 Jun 17:00", "29 Jun is not \"tomorrow\".", "Wed 28 Jun 1995 17:00 Washington|Thu 29 Jun 1995 17:00 Washington")]
    [InlineData("next fri 17:00", "\"next Friday\" could be 30 Jun or 7 Jul.", "Fri 30 Jun 1995 17:00 Washington|Fri 7 Jul 1995 17:00 Washington")]
    [InlineData("31 Jun 17:00", "There is no such date in the calendar.", "Fri 30 Jun 1995 17:00 Washington|Sat 1 Jul 1995 17:00 Washington")]
    [InlineData("28 Jun", "That has no time of day; add one such as 17:00.", "Wed 28 Jun 1995 12:00 Washington|Wed 28 Jun 1995 23:59 Washington")]
    [InlineData("Fri 30 17:00", "That date has no month; write it like 28 Jun.", "Fri 30 Jun 1995 17:00 Washington")]
    [InlineData("Jun 1995", "That date is not whole; write it like 28 Jun 1995.", "")]
    [InlineData("1995 EDT", "That date is not whole; write it like 28 Jun 1995.", "")]
    [InlineData("13/13 17:00", "There is no such date, whichever number is the month.", "")]
    [InlineData("28 Jun 1899 17:00", "Only the years 1900 to 2200 can be used.", "")]
    public void The_day(string text, string why, string readings) => Asks(text, why, readings);

    [Theory]
    [InlineData("midnight", "Midnight could be the start or the end of the day; say 00:00 or 23:59 and the date.", "Wed 28 Jun 1995 00:00 Washington|Thu 29 Jun 1995 00:00 Washington")]
    [InlineData("28 Jun midnight", "Midnight could be the start or the end of the day; say 00:00 or 23:59 and the date.", "Wed 28 Jun 1995 00:00 Washington|Thu 29 Jun 1995 00:00 Washington")]
    [InlineData("28 Jun 24:00", "There is no 24:00 here; say 00:00 on the day that starts then.", "Thu 29 Jun 1995 00:00 Washington")]
    [InlineData("24:00", "There is no 24:00 here; say 00:00 on the day that starts then.", "Wed 28 Jun 1995 00:00 Washington")]
    [InlineData("25:99", "\"25:99\" is not a time of day.", "")]
    [InlineData("28 Jun 24:01", "\"24:01\" is not a time of day.", "")]
    public void The_end_of_the_day(string text, string why, string readings) => Asks(text, why, readings);

    [Theory]
    [InlineData("28 Jun 17:00 CST", "CST is used for US Central, China and Cuba, so please name a city.", "Wed 28 Jun 1995 17:00 Beijing|Wed 28 Jun 1995 17:00 Havana|Wed 28 Jun 1995 17:00 Chicago")]
    [InlineData("28 Jun 17:00 BST", "BST is used for Britain and Bangladesh, so please name a city.", "Wed 28 Jun 1995 17:00 Dhaka|Wed 28 Jun 1995 17:00 London")]
    [InlineData("28 Jun 17:00 Genva", "\"Genva\" is not a place or time zone I know.", "Wed 28 Jun 1995 17:00 Geneva")]
    [InlineData("28 Jun 13:00 EST", "EST is not in use on Wed 28 Jun 1995: clocks there are at UTC-4.", "Wed 28 Jun 1995 13:00 Washington|Wed 28 Jun 1995 14:00 Washington")]
    [InlineData("10 Jan 23:59 EDT", "EDT is not in use on Wed 10 Jan 1996: clocks there are at UTC-5.", "Wed 10 Jan 1996 22:59 Washington|Wed 10 Jan 1996 23:59 Washington")]
    [InlineData("1995-06-28T13:00+01:00[Europe/Zurich]", "Clocks there are at UTC+2 on Wed 28 Jun 1995, not UTC+1.", "Wed 28 Jun 1995 13:00 Geneva|Wed 28 Jun 1995 14:00 Geneva")]
    public void The_zone(string text, string why, string readings) => Asks(text, why, readings);

    [Theory]
    [InlineData("7 Apr 1996 02:30", "Clocks skip 02:30 that day, so it never happens.", "Sun 7 Apr 1996 01:30 Washington|Sun 7 Apr 1996 03:30 Washington")]
    [InlineData("29 Oct 1995 01:30", "Clocks go back that day, so 01:30 happens twice.", "Sun 29 Oct 1995 01:30 Washington -04:00|Sun 29 Oct 1995 01:30 Washington -05:00")]
    [InlineData("24 Sep 1995 02:30 Geneva", "Clocks go back that day, so 02:30 happens twice.", "Sun 24 Sep 1995 02:30 Geneva +02:00|Sun 24 Sep 1995 02:30 Geneva +01:00")]
    public void The_night_clocks_are_changed(string text, string why, string readings) => Asks(text, why, readings);

    [Theory]
    [InlineData("27 Jun 08:00", "Tue 27 Jun 1995 08:00 Washington has passed: it was 2 h ago.", "Wed 28 Jun 1995 08:00 Washington|Thu 27 Jun 1996 08:00 Washington")]
    [InlineData("20 Jun 08:00", "Tue 20 Jun 1995 08:00 Washington has passed: it was 7 d 2 h ago.", "Thu 20 Jun 1996 08:00 Washington")]
    [InlineData("28 Jun 1994 08:00", "Tue 28 Jun 1994 08:00 Washington has passed: it was 364 d 2 h ago.", "Wed 28 Jun 1995 08:00 Washington|Fri 28 Jun 1996 08:00 Washington")]
    [InlineData("27 Jun 1995 10:00 am", "That is now, not later.", "Wed 28 Jun 1995 10:00 Washington|Thu 27 Jun 1996 10:00 Washington")]
    [InlineData("5 min ago", "Tue 27 Jun 1995 09:55 Washington has passed: it was 5 min ago.", "")]
    [InlineData("now", "That is now, not later.", "")]
    public void A_time_already_past(string text, string why, string readings) => Asks(text, why, readings);

    [Theory]
    [InlineData("90m", "\"90m\" is a span; write \"in\" before it to count from now.", "Tue 27 Jun 1995 11:30 Washington")]
    [InlineData("in 400d", "A span can be 366d at most.", "")]
    [InlineData("in 999999999 weeks", "A span can be 366d at most.", "")]
    [InlineData("in 90m 28 Jun", "\"in 90m\" is a span beside a time; give one of them.", "")]
    [InlineData("in 90m CST", "That span names a zone that is not clear; leave the zone out.", "")]
    [InlineData("hello world", "\"hello world\" is not a time I can read; try 28 Jun 23:59 EDT.", "")]
    [InlineData("17:00 18:00", "\"18:00\" is a second time beside \"17:00\"; give one.", "")]
    [InlineData("hello 17:00", "\"hello\" is not a place or time zone I know.", "")]
    [InlineData("17.05", "\"17.05\" could be a time or a date; write a time with a colon.", "Tue 27 Jun 1995 17:05 Washington")]
    [InlineData("tomorrow blah 5pm", "\"blah\" is not a place or time zone I know.", "")]
    [InlineData("tomorrow 5pm %", "\"%\" is no part of a time I can read; try 28 Jun 23:59 EDT.", "")]
    [InlineData("every Monday 9am", "\"every\" repeats, and one time is wanted; give the first, such as 28 Jun 17:00; repeat: says how a deadline or session repeats.", "")]
    [InlineData("5pm Geneva Tokyo", "\"Tokyo\" is a second zone beside \"Geneva\"; give one.", "")]
    [InlineData("before 6pm", "\"before\" is no exact time; say exactly when.", "Tue 27 Jun 1995 18:00 Washington")]
    [InlineData("14:00-16:00", "\"14:00-16:00\" is a start and an end, and one time is wanted.", "Tue 27 Jun 1995 14:00 Washington|Tue 27 Jun 1995 16:00 Washington")]
    public void Anything_else(string text, string why, string readings) => Asks(text, why, readings);

    private static void Asks(string text, string why, string readings)
    {
        var refused = Given.Refused(text, Given.Desk);

        refused.Why.ShouldBe(why);
        string.Join('|', refused.Readings.Select(option => option.Typed)).ShouldBe(readings);
    }
}
