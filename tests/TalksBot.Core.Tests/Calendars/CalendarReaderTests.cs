using System.Diagnostics;
using System.Text;
using TalksBot.Core.Calendars.Reading;
using TalksBot.Core.Times;

namespace TalksBot.Core.Tests.Calendars;

/// <summary>Calendars as they come: a moment is taken only where it cannot be another, and what is not taken is asked about by name.</summary>
public sealed class CalendarReaderTests
{
    internal const string Eastern = """
        BEGIN:VTIMEZONE
        TZID:Our Eastern
        BEGIN:DAYLIGHT
        DTSTART:20070311T020000
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
        TZOFFSETFROM:-0500
        TZOFFSETTO:-0400
        TZNAME:EDT
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:16010101T020000
        RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
        TZOFFSETFROM:-0400
        TZOFFSETTO:-0500
        TZNAME:EST
        END:STANDARD
        END:VTIMEZONE
        BEGIN:VTIMEZONE
        TZID:Here\, There
        BEGIN:STANDARD
        DTSTART:16010101T000000
        TZOFFSETFROM:+0700
        TZOFFSETTO:+0700
        END:STANDARD
        END:VTIMEZONE
        """;

    private const string Garbage = """
        garbage without a mark
        BEGIN:VEVENT
        UID:1
        SUMMARY:Alarmed
        DTSTART:20261201T100000Z
        BEGIN:VALARM
        SUMMARY:Not this
        DTSTART:19700101T000000Z
        BEGIN:X-A
        BEGIN:X-B
        BEGIN:X-C
        END:VALARM
        DURATION:P1DT2H
        END:VEVENT
        END:NOTHING
        BEGIN:VEVENT
        UID:2
        SUMMARY:Cut off
        DTSTART:20261202T100000Z
        BEGIN:VEVENT
        UID:3
        SUMMARY:Whole
        DTSTART:20261203T100000Z
        DTEND;VALUE=DATE:20261204
        END:VEVENT
        BEGIN:VTODO
        UID:4
        SUMMARY:File it
        DUE:20261204T100000Z
        END:VTODO
        BEGIN:VJOURNAL
        SUMMARY:Diary
        END:VJOURNAL
        """;

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 1, 0, 0);
    private static readonly CalendarAsking Asking = new(DateTimeZoneProviders.Tzdb["Europe/Zurich"], Now);

    [Theory]
    [InlineData("DTSTART:20261201T100000Z", "2026-12-01T10:00:00Z")]
    [InlineData("dtstart;tzid=Europe/Zurich:20261201T100000", "2026-12-01T09:00:00Z")]
    [InlineData("DTSTART;TZID=\"Europe/Zurich\";X-A=\"b;c:d\":20261201T100000", "2026-12-01T09:00:00Z")]
    [InlineData("DTSTART;VALUE=DATE-TIME;TZID=W. Europe Standard Time:20261201T100000", "2026-12-01T09:00:00Z")]
    [InlineData("DTSTART;TZID=/mozilla.org/20070129_1/America/Argentina/Buenos_Aires:20261201T100000", "2026-12-01T13:00:00Z")]
    [InlineData("DTSTART;TZID=tzone://Microsoft/Utc:20261201T100000", "2026-12-01T10:00:00Z")]
    [InlineData("DTSTART;TZID=Our Eastern:20261201T100000", "2026-12-01T15:00:00Z")]
    [InlineData("DTSTART;TZID=Our Eastern:20260701T100000", "2026-07-01T14:00:00Z")]
    [InlineData("DTSTART;TZID=Our Eastern:20261101T013000", "2026-11-01T05:30:00Z")]
    [InlineData("DTSTART;TZID=Our Eastern:20270314T023000", "2027-03-14T07:30:00Z")]
    [InlineData("DTSTART;TZID=America/New_York:20261101T013000", "2026-11-01T05:30:00Z")]
    [InlineData("DTSTART;TZID=America/New_York:20270314T023000", "2027-03-14T07:30:00Z")]
    [InlineData("DTSTART;TZID=\"Here, There\":20261201T100000", "2026-12-01T03:00:00Z")]
    [InlineData("DTSTART;TZID=Here\\, There:20261201T100000", "2026-12-01T03:00:00Z")]
    [InlineData("DTSTART:20261231T235960Z", "2026-12-31T23:59:59Z")]
    public void A_time_is_the_moment_that_it_cannot_but_be(string start, string expected) => One(start).At.ToInstant().ShouldBe(TimeWording.ReadIso(expected)!.Value);

    [Theory]
    [InlineData("DTSTART:20261201T100000", CalendarDoubt.NoZone, "")]
    [InlineData("DTSTART;VALUE=DATE:20261201", CalendarDoubt.NoHour, "")]
    [InlineData("DTSTART:20261201", CalendarDoubt.NoHour, "")]
    [InlineData("DTSTART;TZID=Middle Earth:20261201T100000", CalendarDoubt.UnknownZone, "Middle Earth")]
    [InlineData("DTSTART;TZID=EST:20261201T100000", CalendarDoubt.UnknownZone, "EST")]
    [InlineData("DTSTART;TZID=UTC+2:20261201T100000", CalendarDoubt.UnknownZone, "UTC+2")]
    [InlineData("DTSTART;TZID=Europe/Zurich:20261201T100000Z", CalendarDoubt.Broken, "its time reads “20261201T100000Z”")]
    [InlineData("DTSTART:20260230T100000Z", CalendarDoubt.Broken, "its time reads “20260230T100000Z”")]
    [InlineData("DTSTART:2026-12-01T10:00:00Z", CalendarDoubt.Broken, "its time reads “2026-12-01T10:00:00Z”")]
    [InlineData("DTSTART:20261201T250000Z", CalendarDoubt.Broken, "its time reads “20261201T250000Z”")]
    [InlineData("X-NONE:1", CalendarDoubt.Broken, "it has no start")]
    [InlineData("DTSTART:20261201T100000Z\nDTSTART:20261202T100000Z", CalendarDoubt.Broken, "it has two starts")]
    [InlineData("DTSTART:20261201T100000Z\nDTEND:20261130T100000Z", CalendarDoubt.Broken, "its end cannot be read, or comes before its start")]
    [InlineData("DTSTART:20261201T100000Z\nDURATION:-PT1H", CalendarDoubt.Broken, "its end cannot be read, or comes before its start")]
    [InlineData("DTSTART:20261201T100000Z\nRRULE:FREQ=SECONDLY", CalendarDoubt.Repeats, "FREQ=SECONDLY")]
    [InlineData("DTSTART:20261201T100000Z\nRRULE:FREQ=MINUTELY;INTERVAL=90;COUNT=4", CalendarDoubt.Repeats, "FREQ=MINUTELY;INTERVAL=90;COUNT=4")]
    [InlineData("DTSTART:20261201T100000Z\nRRULE:FREQ=HOURLY;INTERVAL=4", CalendarDoubt.Repeats, "FREQ=HOURLY;INTERVAL=4")]
    [InlineData("DTSTART:20261201T100000Z\nRRULE:FREQ=DAILY;INTERVAL=0", CalendarDoubt.Repeats, "FREQ=DAILY;INTERVAL=0")]
    [InlineData("DTSTART:20261201T100000Z\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", CalendarDoubt.Repeats, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("DTSTART:20261201T100000Z\nRECURRENCE-ID:20261201T090000Z\nRDATE:20261208T100000Z", CalendarDoubt.Repeats, "")]
    [InlineData("DTSTART:20261201T100000Z\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261201T090000Z", CalendarDoubt.Repeats, "")]
    [InlineData("DTSTART:20261201T100000Z\nRRULE:FREQ=WEEKLY;WKST=NO", CalendarDoubt.Repeats, "FREQ=WEEKLY;WKST=NO")]
    [InlineData("DTSTART:20261201T100000Z\nRRULE:nonsense", CalendarDoubt.Repeats, "nonsense")]
    [InlineData("DTSTART:19970902T090000Z\nRRULE:FREQ=DAILY;COUNT=10", CalendarDoubt.Over, "")]
    [InlineData("DTSTART:20261201T100000Z\nCLASS:PRIVATE", CalendarDoubt.Private, "")]
    public void What_could_be_another_moment_is_asked_about_by_name(string start, CalendarDoubt doubt, string detail)
    {
        var read = Read(Event("Plenary", start));

        read.Items.ShouldBeEmpty();
        read.Questions.ShouldHaveSingleItem().ShouldBe(new CalendarQuestion("Plenary", doubt, detail));
        read.Unread.ShouldHaveSingleItem();
    }

    [Fact]
    public void Rules_of_the_calendars_own_that_differ_from_the_worlds_are_asked_about()
    {
        var zone = Eastern.Replace("Our Eastern", "America/New_York", StringComparison.Ordinal).Replace("-0400", "-0300", StringComparison.Ordinal);

        var read = Read($"{zone}\n{Event("Summer", "DTSTART;TZID=America/New_York:20270701T100000")}\n{Event("Winter", "DTSTART;TZID=America/New_York:20261201T100000")}");

        read.Questions.ShouldHaveSingleItem().ShouldBe(new CalendarQuestion("Summer", CalendarDoubt.OtherRules, "America/New_York"));
        read.Items.ShouldHaveSingleItem().Title.ShouldBe("Winter");
    }

    [Fact]
    public void Of_two_zones_whose_names_differ_in_a_capital_each_is_the_one_that_it_says()
    {
        var zones = $"{Eastern.Replace("Our Eastern", "Ours", StringComparison.Ordinal)}\n{Eastern.Replace("Our Eastern", "ours", StringComparison.Ordinal).Replace("-0500", "-0600", StringComparison.Ordinal)}";

        var read = Read($"{zones}\n{Event("One", "DTSTART;TZID=Ours:20261201T100000")}\n{Event("Other", "DTSTART;TZID=ours:20261201T100000")}\n{Event("Third", "DTSTART;TZID=OURS:20261201T100000")}");

        read.Items.ToDictionary(item => item.Title, item => item.At.ToInstant().InUtc().Hour).ShouldBe(new Dictionary<string, int> { ["One"] = 15, ["Third"] = 15, ["Other"] = 16 }, ignoreOrder: true);
    }

    [Fact]
    public void What_is_missing_can_be_given()
    {
        var asking = Asking with { Zone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"], Hour = new LocalTime(9, 0) };

        var read = Read(string.Join('\n', [Event("a", "DTSTART:20261201T100000"), Event("b", "DTSTART;VALUE=DATE:20261202"), Event("c", "DTSTART;TZID=Middle Earth:20261203T100000"), Event("d", "DTSTART:20261204T100000Z")]), asking);

        read.Questions.ShouldBeEmpty();
        read.Items.Select(item => item.At.ToInstant()).ShouldBe([Instant.FromUtc(2026, 12, 1, 1, 0), Instant.FromUtc(2026, 12, 2, 0, 0), Instant.FromUtc(2026, 12, 3, 1, 0), Instant.FromUtc(2026, 12, 4, 10, 0)]);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\r\n")]
    [InlineData("\r\n\r\n")]
    public void Lines_end_in_any_way_and_are_folded_anywhere(string end)
    {
        var text = $"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUM\n MARY;LANGUAGE=en:Plen\n\tary\\, with \n comma\\; and \\\\ and \\nline\nLOCATION:Gen\n eva\nDTSTART:202612\n 01T100000Z\nEND:VEVENT\nEND:VCALENDAR";

        var item = ((CalendarReading.Understood)CalendarReader.Read(Encoding.UTF8.GetBytes(text.Replace("\n", end, StringComparison.Ordinal)), Asking)).Items.ShouldHaveSingleItem();

        (item.Title, item.Place).ShouldBe(("Plenary, with comma; and \\ and line", "Geneva"));
    }

    [Fact]
    public void Letters_come_in_many_ways_and_folds_stand_within_them()
    {
        var text = Calendar(Event("Zürich – 🚗", "DTSTART:20261201T100000Z"));
        var bytes = Encoding.UTF8.GetBytes(text).ToList();
        var fold = bytes.IndexOf(0xBC);
        bytes.InsertRange(fold, "\r\n "u8.ToArray());
        byte[][] files =
        [
            [.. bytes],
            [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
            [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
            [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
        ];

        foreach (var file in files)
        {
            ((CalendarReading.Understood)CalendarReader.Read(file, Asking)).Items.ShouldHaveSingleItem().Title.ShouldBe("Zürich – 🚗");
        }

        var western = Encoding.Latin1.GetBytes(Calendar(Event("Zürich", "DTSTART:20261201T100000Z")));
        ((CalendarReading.Understood)CalendarReader.Read(western, Asking)).Items.ShouldHaveSingleItem().Title.ShouldBe("Zürich");
        var printed = Calendar(Event("x", "DTSTART:20261201T100000Z").Replace("SUMMARY:x", "SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Z=C3=BC=\nrich", StringComparison.Ordinal));
        ((CalendarReading.Understood)CalendarReader.Read(Encoding.UTF8.GetBytes(printed), Asking)).Items.ShouldHaveSingleItem().Title.ShouldBe("Zürich");
    }

    [Fact]
    public void A_broken_event_costs_no_other()
    {
        var read = Read(Garbage);

        read.Items.Select(item => $"{item.Title} {item.At.ToInstant()} {item.Until?.ToInstant()} {item.IsDeadline}").ShouldBe(
        [
            "Alarmed 2026-12-01T10:00:00Z 2026-12-02T12:00:00Z False",
            "Whole 2026-12-03T10:00:00Z  False",
            "File it 2026-12-04T10:00:00Z  True",
        ]);
        read.Questions.ShouldHaveSingleItem().ShouldBe(new CalendarQuestion("Cut off", CalendarDoubt.Broken, "it is cut off"));
    }

    [Theory]
    [InlineData("BEGIN:X-WRAP\n", "END:X-WRAP\n")]
    [InlineData("BEGIN:X-A\nBEGIN:X-B\nBEGIN:X-C\nBEGIN:X-D\nBEGIN:X-E\n", "")]
    [InlineData("BEGIN:VTIMEZONX\nBEGIN:STANDARD\nBEGIN:DAYLIGHT\nBEGIN:DAYLIGHT\nEND;DAYLIGHT\n", "END:VTIMEZONX\n")]
    public void An_event_counts_whatever_it_stands_in(string before, string after)
    {
        var read = Read($"{before}{Event("Plenary", "DTSTART:20261201T100000Z")}\n{after}{Event("Dinner", "DTSTART:20261202T100000Z")}");

        read.Items.Select(item => item.Title).ShouldBe(["Plenary", "Dinner"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a calendar")]
    [InlineData("BEGIN:VCARD\nFN:x\nEND:VCARD")]
    public void What_is_no_calendar_is_refused(string text) =>
        CalendarReader.Read(Encoding.UTF8.GetBytes(text), Asking).ShouldBeOfType<CalendarReading.Refused>().Why.ShouldStartWith("That is no calendar");

    [Fact]
    public void What_is_too_large_is_refused_in_a_sentence()
    {
        CalendarReader.Read(new byte[(5 * 1024 * 1024) + 1], Asking).ShouldBeOfType<CalendarReading.Refused>().Why.ShouldBe("The calendar has 5.0 MiB; it may have 5. Export a shorter time of it.");
        var many = Calendar(string.Join('\n', Enumerable.Repeat("BEGIN:VEVENT\nEND:VEVENT", 5_001)));
        CalendarReader.Read(Encoding.UTF8.GetBytes(many), Asking).ShouldBeOfType<CalendarReading.Refused>().Why.ShouldBe("The calendar holds 5,001 events; it may hold 5,000. Export a shorter time of it.");
    }

    [Fact]
    public void No_file_takes_long_whatever_its_rules_are()
    {
        var rules = new[]
        {
            "FREQ=DAILY", "FREQ=DAILY;COUNT=100000", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO", "FREQ=MONTHLY;BYDAY=5FR;BYMONTHDAY=1",
            "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11", "FREQ=SECONDLY;COUNT=1000000",
        };
        var many = Calendar(string.Join('\n', Enumerable.Range(0, 1_000).Select(i => Event($"{i}", $"DTSTART:19000101T000000Z\nRRULE:{rules[i % rules.Length]}", $"{i}"))));
        var nested = string.Concat(Enumerable.Repeat("BEGIN:VEVENT\nBEGIN:X\n", 40_000));
        var zones = Calendar($"{string.Join('\n', Enumerable.Repeat(Eastern, 500))}\n{Event("x", "DTSTART;TZID=Our Eastern:20261201T100000")}");
        var clock = Stopwatch.StartNew();

        foreach (var file in new[] { many, nested, zones, new string('A', 1_000_000), new string(' ', 1_000_000), $"BEGIN:{new string('=', 1_000_000)}" })
        {
            CalendarReader.Read(Encoding.UTF8.GetBytes(file), Asking).ShouldNotBeNull();
        }

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private static CalendarItem One(string start)
    {
        var read = Read($"{Eastern}\n{Event("Plenary", start)}");
        read.Questions.ShouldBeEmpty();
        return read.Items.ShouldHaveSingleItem();
    }

    internal static CalendarReading.Understood Read(string parts, CalendarAsking? asking = null) =>
        CalendarReader.Read(Encoding.UTF8.GetBytes(Calendar(parts)), asking ?? Asking).ShouldBeOfType<CalendarReading.Understood>();

    private static string Calendar(string parts) => $"BEGIN:VCALENDAR\nVERSION:2.0\n{parts}\nEND:VCALENDAR\n";

    internal static string Event(string title, string lines, string? uid = null) => $"BEGIN:VEVENT\nUID:{uid ?? title}@x\nSUMMARY:{title}\n{lines}\nEND:VEVENT";
}
