using TalksBot.Core.Times;

namespace TalksBot.Core.Tests.Times;

/// <summary>What people type on Tue 27 Jun 1995 at 10:00 in Washington, and what it is understood as.</summary>
public sealed class TimePhraseTests
{
    [Theory]
    [InlineData("28 Jun 23:59 EDT")]
    [InlineData("28 June 1995 23:59")]
    [InlineData("Wed 28 Jun 1995 23:59 Washington")]
    [InlineData("Wednesday, June 28th, 11:59 p.m.")]
    [InlineData("  at 11:59PM   on the 28th of june – Washington time ")]
    [InlineData("28/6 23:59")]
    [InlineData("28-06-1995 23:59")]
    [InlineData("28.6.1995 23:59")]
    [InlineData("28-Jun-1995 23h59")]
    [InlineData("1995/06/28 23:59")]
    [InlineData("1995-06-28 23:59")]
    [InlineData("1995-06-28T23:59-04:00")]
    [InlineData("1995-06-28T23:59:00.000-0400")]
    [InlineData("1995-06-28t23:59[America/New_York]")]
    [InlineData("1995-06-28T23:59:00-04:00[america/new_york]")]
    [InlineData("tomorrow 23:59 ET")]
    [InlineData("tomorrow night 11:59")]
    [InlineData("wed 23:59 america/new_york")]
    [InlineData("tomorrow, Wed 28 Jun 23:59")]
    [InlineData("11.59 pm tomorrow")]
    [InlineData("23:59 EDT Wed 28 Jun")]
    [InlineData("23:59 Washington Wed 28 Jun (+1)")]
    public void The_deadline_of_the_founding_case_can_be_typed_in_many_ways(string text) =>
        Given.Understood(text, Given.Desk).ShouldBe(CivilTime.At(Given.At("1995-06-29T03:59:00Z"), Given.NewYork));

    [Theory]
    [InlineData("in 90m", "1995-06-27T15:31:00Z")]
    [InlineData("in 90s", "1995-06-27T14:01:31Z")]
    [InlineData("90m ago", "1995-06-27T12:30:00Z")]
    public void What_is_to_come_is_no_minute_less_than_typed_and_what_is_past_is_past(string text, string at) =>
        Given.Understood(text, Given.History with { Now = Given.Tuesday + Duration.FromMilliseconds(700) }).ToInstant().ShouldBe(Given.At(at));

    [Theory]
    [InlineData("Jun 28 5pm", "Wed 28 Jun 1995 17:00 Washington")]
    [InlineData("tomorrow 5pm", "Wed 28 Jun 1995 17:00 Washington")]
    [InlineData("tomorrow morning 9:30", "Wed 28 Jun 1995 09:30 Washington")]
    [InlineData("this evening at 7:30", "Tue 27 Jun 1995 19:30 Washington")]
    [InlineData("today 17:00", "Tue 27 Jun 1995 17:00 Washington")]
    [InlineData("in 90m", "Tue 27 Jun 1995 11:30 Washington")]
    [InlineData("in 2h30m", "Tue 27 Jun 1995 12:30 Washington")]
    [InlineData("in 1 hour and 30 minutes", "Tue 27 Jun 1995 11:30 Washington")]
    [InlineData("in an hour Geneva", "Tue 27 Jun 1995 17:00 Geneva")]
    [InlineData("fri 17:00 Geneva", "Fri 30 Jun 1995 17:00 Geneva")]
    [InlineData("11 a.m. Geneva tomorrow", "Wed 28 Jun 1995 11:00 Geneva")]
    [InlineData("17:00", "Tue 27 Jun 1995 17:00 Washington")]
    [InlineData("9am", "Wed 28 Jun 1995 09:00 Washington")]
    [InlineData("09:30", "Wed 28 Jun 1995 09:30 Washington")]
    [InlineData("5:30 pm", "Tue 27 Jun 1995 17:30 Washington")]
    [InlineData("12:30 am", "Wed 28 Jun 1995 00:30 Washington")]
    [InlineData("noon Geneva", "Wed 28 Jun 1995 12:00 Geneva")]
    [InlineData("12 noon", "Tue 27 Jun 1995 12:00 Washington")]
    [InlineData("00:30", "Wed 28 Jun 1995 00:30 Washington")]
    [InlineData("0:30", "Wed 28 Jun 1995 00:30 Washington")]
    [InlineData("11:59 pm", "Tue 27 Jun 1995 23:59 Washington")]
    [InlineData("28 Jun 23:59:30", "Wed 28 Jun 1995 23:59:30 Washington")]
    [InlineData("29 Feb noon", "Thu 29 Feb 1996 12:00 Washington")]
    [InlineData("10 Jan 13:00", "Wed 10 Jan 1996 13:00 Washington")]
    [InlineData("17:00 UTC+5:30", "Wed 28 Jun 1995 17:00 UTC+5:30")]
    [InlineData("28 Jun 13:00 CEST", "Wed 28 Jun 1995 13:00 Geneva")]
    [InlineData("28 Jun 13:00 JST", "Wed 28 Jun 1995 13:00 Tokyo")]
    [InlineData("11:59 Tokyo Thu 29 Jun (+1)", "Thu 29 Jun 1995 11:59 Tokyo")]
    [InlineData("Sun 29 Oct 1995 01:30 EST", "Sun 29 Oct 1995 01:30 Washington -05:00")]
    public void A_clear_time_is_understood(string text, string full) => TimeWording.Full(Given.Understood(text, Given.Desk)).ShouldBe(full);

    [Theory]
    [InlineData("28 Jun 23:59 EDT", null)]
    [InlineData("tonight 11:59", "read as 23:59 because of \"tonight\"")]
    [InlineData("11:59 EDT tonight", "read as 23:59 because of \"tonight\"")]
    [InlineData("tonight 00:30", "read as 00:30 on the next day because of \"tonight\"")]
    [InlineData("midnight tonight", "midnight is 00:00, when the day of \"tonight\" ends")]
    [InlineData("17:00", "read as Tue 27 Jun 1995")]
    [InlineData("28/6 17:00", "read as Wed 28 Jun 1995")]
    [InlineData("28 Jun 12pm", "12 pm is noon")]
    [InlineData("10 Jan 12am", "12 am is 00:00, when the day starts; read as Wed 10 Jan 1996")]
    public void What_was_inferred_is_noted(string text, string? note) => Given.Note(text, Given.Desk).ShouldBe(note);

    [Theory]
    [InlineData("yesterday 17:00", "Mon 26 Jun 1995 17:00 Washington")]
    [InlineData("28 Dec 17:00", "Wed 28 Dec 1994 17:00 Washington")]
    [InlineData("20 Dec 17:00", "Wed 20 Dec 1995 17:00 Washington")]
    [InlineData("14 min ago", "Tue 27 Jun 1995 09:46 Washington")]
    [InlineData("mon 17:00", "Mon 26 Jun 1995 17:00 Washington")]
    [InlineData("23:00", "Mon 26 Jun 1995 23:00 Washington")]
    [InlineData("now", "Tue 27 Jun 1995 10:00 Washington")]
    public void History_takes_the_nearest_time(string text, string full) =>
        TimeWording.Full(Given.Understood(text, Given.History)).ShouldBe(full);

    [Theory]
    [InlineData("tonight 2:30", "Wed 28 Jun 1995 02:30 Geneva")]
    [InlineData("tonight 00:15", "Thu 29 Jun 1995 00:15 Geneva")]
    [InlineData("tonight 11:59", "Wed 28 Jun 1995 23:59 Geneva")]
    [InlineData("tomorrow 5pm", "Thu 29 Jun 1995 17:00 Geneva")]
    public void After_midnight_tonight_is_the_night_that_is_still_going_on(string text, string full) =>
        TimeWording.Full(Given.Understood(text, _genevaAfterMidnight)).ShouldBe(full);

    [Fact]
    public void Tonight_in_a_zone_where_it_is_still_yesterday_is_asked() =>
        Given.Offered("11:59 EDT tonight", _genevaAfterMidnight).ShouldBe(["Tue 27 Jun 1995 23:59 Washington", "Wed 28 Jun 1995 23:59 Washington"]);

    [Theory]
    [InlineData("1995-06-28T23:59-04:00", "America/New_York")]
    [InlineData("1995-06-28T23:59+02:00", "Europe/Zurich")]
    [InlineData("1995-06-28T23:59-03:00", "UTC-03")]
    [InlineData("1995-06-28T23:59Z", "UTC")]
    [InlineData("28 Jun 23:59 UTC-4", "UTC-04")]
    public void An_offset_is_given_to_the_first_clock_that_agrees(string text, string zone) =>
        Given.Understood(text, Given.Desk).Zone.Id.ShouldBe(zone);

    [Theory]
    [InlineData("press room")]
    [InlineData("PRESS ROOM")]
    public void A_clock_can_be_called_by_its_own_name(string name)
    {
        var context = Given.Desk with { Clocks = [new("Press room", Given.Tokyo)] };

        var time = Given.Understood($"28 Jun 17:00 {name}", context);

        time.Zone.ShouldBe(Given.Tokyo);
    }

    [Fact]
    public void The_abbreviation_of_the_context_keeps_its_zone()
    {
        var toronto = Given.Zone("America/Toronto");

        var time = Given.Understood("28 Jun 17:00 EDT", Given.Desk with { Zone = toronto });

        time.Zone.ShouldBe(toronto);
    }

    [Theory]
    [InlineData("+36h", "Fri 30 Jun 1995 11:59 Washington")]
    [InlineData("-2h", "Wed 28 Jun 1995 21:59 Washington")]
    [InlineData("+ 7d", "Wed 5 Jul 1995 23:59 Washington")]
    public void A_signed_span_counts_from_the_time_being_moved(string text, string full) =>
        TimeWording.Full(Given.Understood(text, Moving("1995-06-29T03:59:00Z"))).ShouldBe(full);

    [Fact]
    public void A_signed_span_is_refused_when_nothing_is_moved() =>
        Given.Refused("+36h", Given.Desk).Why.ShouldBe("\"+36h\" needs a time to move, and nothing is being moved; write \"in\" to count from now.");

    [Fact]
    public void Days_across_a_clock_change_are_asked() =>
        Given.Offered("+1d", Moving("1995-10-28T16:00:00Z")).ShouldBe(["Sun 29 Oct 1995 11:00 Washington", "Sun 29 Oct 1995 12:00 Washington"]);

    private static readonly TimeContext _genevaAfterMidnight =
        Given.Desk with { Now = Given.At("1995-06-27T22:30:00Z"), Zone = Given.Zurich };

    private static TimeContext Moving(string from) => Given.Desk with { MovedFrom = CivilTime.At(Given.At(from), Given.NewYork) };
}
