using TalksBot.Core.Calendars.Reading;
using static TalksBot.Core.Tests.Calendars.CalendarReaderTests;

namespace TalksBot.Core.Tests.Calendars;

/// <summary>What has one name in a calendar: what repeats, what takes the place of a repeat, and several editions of one event.</summary>
public sealed class SeriesReaderTests
{
    [Fact]
    public void What_repeats_is_taken_for_a_year_with_what_is_said_of_single_days()
    {
        var read = Read($"""
            {Eastern}
            BEGIN:VEVENT
            UID:weekly
            SUMMARY:Weekly
            DTSTART;TZID=Our Eastern:20260914T090000
            DTEND;TZID=Our Eastern:20260914T103000
            RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20261201T000000Z
            EXDATE;TZID=Our Eastern:20261109T090000,20260921T090000
            RDATE;TZID=Our Eastern:20261204T090000
            END:VEVENT
            BEGIN:VEVENT
            UID:weekly
            RECURRENCE-ID;TZID=Our Eastern:20261116T090000
            SUMMARY:Weekly, later
            DTSTART;TZID=Our Eastern:20261116T140000
            END:VEVENT
            BEGIN:VEVENT
            UID:weekly
            RECURRENCE-ID:20261123T090000
            SUMMARY:Weekly
            STATUS:CANCELLED
            DTSTART;TZID=Our Eastern:20261123T090000
            END:VEVENT
            """);

        read.Questions.ShouldBeEmpty();
        read.Items.Select(item => $"{item.Title} {item.At.ToInstant()}{(item.IsCancelled ? " cancelled" : "")}").ShouldBe(
        [
            "Weekly 2026-11-02T14:00:00Z",
            "Weekly, later 2026-11-16T19:00:00Z",
            "Weekly 2026-11-23T14:00:00Z cancelled",
            "Weekly 2026-11-30T14:00:00Z",
            "Weekly 2026-12-04T14:00:00Z",
        ]);
        read.Items.Select(item => item.Series).Distinct().ShouldHaveSingleItem();
        read.Items.Select(item => item.Key).ShouldBeUnique();
        read.Items[0].Until!.ToInstant().ShouldBe(Instant.FromUtc(2026, 11, 2, 15, 30));
    }

    [Fact]
    public void Of_what_repeats_that_is_asked_about_of_which_the_calendars_zone_says_something_else_and_the_rest_is_taken()
    {
        var zone = """
            BEGIN:VTIMEZONE
            TZID:Europe/Zurich
            BEGIN:STANDARD
            DTSTART:20261025T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            END:STANDARD
            END:VTIMEZONE
            """;

        var read = Read($"{zone}\n{Event("Monthly", "DTSTART;TZID=Europe/Zurich:20261206T100000\nRRULE:FREQ=MONTHLY;BYDAY=1SU")}\n{Event("Over", "DTSTART;TZID=Europe/Zurich:20261206T100000\nRRULE:FREQ=MONTHLY;BYDAY=1SU;UNTIL=20270220T000000Z")}");

        read.Questions.ShouldHaveSingleItem().ShouldBe(new CalendarQuestion("Monthly", CalendarDoubt.OtherRules, "Europe/Zurich"));
        read.Items.Where(item => item.Title == "Monthly").Select(item => item.At.ToInstant().InUtc().Date.ToString("MM-dd", null)).ShouldBe(["12-06", "01-03", "02-07", "03-07"]);
        read.Items.Count(item => item.Title == "Over").ShouldBe(3);
    }

    [Fact]
    public void Of_two_editions_of_what_takes_the_place_of_a_repeat_the_newer_is_taken()
    {
        var read = Read(string.Join('\n',
        [
            Event("Daily", "DTSTART:20261201T100000Z\nRRULE:FREQ=DAILY;COUNT=2", "one"),
            Event("New", "DTSTART:20261202T140000Z\nRECURRENCE-ID:20261202T100000Z\nSEQUENCE:3", "one"), Event("Old", "DTSTART:20261202T110000Z\nRECURRENCE-ID:20261202T100000Z\nSEQUENCE:1", "one"),
        ]));

        read.Questions.ShouldBeEmpty();
        read.Items.Select(item => item.Title).ShouldBe(["Daily", "New"]);
    }

    [Fact]
    public void No_more_than_four_hundred_repeats_are_taken_and_the_soonest_of_them()
    {
        var read = Read($"{Event("a", "DTSTART:19000101T100000Z\nRRULE:FREQ=DAILY")}\n{Event("b", "DTSTART:20261115T100000Z\nRRULE:FREQ=DAILY")}");

        read.Items.Count.ShouldBe(400);
        read.IsCut.ShouldBeTrue();
        read.Items[0].At.ToInstant().ShouldBe(Instant.FromUtc(2026, 11, 1, 10, 0));
    }

    [Fact]
    public void Of_two_editions_the_newer_is_taken_and_of_two_events_of_one_name_both()
    {
        var read = Read(string.Join('\n',
        [
            Event("New", "DTSTART:20261201T110000Z\nSEQUENCE:2\nLAST-MODIFIED:20261001T000000Z", "one"), Event("Old", "DTSTART:20261201T100000Z\nSEQUENCE:1", "one"),
            Event("Left", "DTSTART:20261202T100000Z", "two"), Event("Right", "DTSTART:20261202T110000Z", "two"),
        ]));

        read.Items.Select(item => item.Title).ShouldBe(["New", "Left", "Right"]);
        (read.Items[0].Sequence, read.Items[0].Modified).ShouldBe((2, Instant.FromUtc(2026, 10, 1, 0, 0)));
        read.Items.Select(item => item.Key).ShouldBeUnique();
    }
}
