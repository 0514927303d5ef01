using System.Text;
using Ical.Net;
using TalksBot.Core.Calendars.Reading;

namespace TalksBot.Features.Tests.Calendars;

/// <summary>Rules of repeating, held against what a library makes of the same for a year.</summary>
public sealed class CalendarRuleTests
{
    [Theory]
    [InlineData("20261102T090000", "FREQ=DAILY")]
    [InlineData("20261102T090000", "FREQ=DAILY;INTERVAL=10;COUNT=5")]
    [InlineData("20261102T090000", "FREQ=DAILY;UNTIL=20261224T000000Z")]
    [InlineData("20270101T090000", "FREQ=DAILY;BYMONTH=1;UNTIL=20280131T140000Z")]
    [InlineData("20261103T090000", "FREQ=WEEKLY;INTERVAL=2;WKST=SU")]
    [InlineData("20261102T090000", "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO,WE,FR;UNTIL=20270301T000000Z")]
    [InlineData("20261103T090000", "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH")]
    [InlineData("20261103T090000", "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=MO;BYDAY=TU,SU")]
    [InlineData("20261103T090000", "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,SU")]
    [InlineData("20261106T090000", "FREQ=MONTHLY;COUNT=10;BYDAY=1FR")]
    [InlineData("20261101T090000", "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU")]
    [InlineData("20261123T090000", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO")]
    [InlineData("20261128T090000", "FREQ=MONTHLY;BYMONTHDAY=-3")]
    [InlineData("20261102T090000", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15")]
    [InlineData("20261130T090000", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1")]
    [InlineData("20261113T090000", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13")]
    [InlineData("20261107T090000", "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13")]
    [InlineData("20261104T090000", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=2")]
    [InlineData("20261127T090000", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2")]
    [InlineData("20261031T090000", "FREQ=MONTHLY")]
    [InlineData("20261231T090000", "FREQ=MONTHLY")]
    [InlineData("20261110T090000", "FREQ=YEARLY;BYMONTH=6,11")]
    [InlineData("20261117T090000", "FREQ=YEARLY;BYYEARDAY=1,100,200,321")]
    [InlineData("20261116T090000", "FREQ=YEARLY;BYDAY=46MO")]
    [InlineData("20261109T090000", "FREQ=YEARLY;BYWEEKNO=20,46;BYDAY=MO")]
    [InlineData("20270311T090000", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH")]
    [InlineData("20261102T083000", "FREQ=DAILY;BYHOUR=8,9;BYMINUTE=30;COUNT=20")]
    [InlineData("20270227T023000", "FREQ=WEEKLY;BYDAY=SA,SU")]
    public void Repeats_as_a_library_repeats_it(string start, string rule)
    {
        var text = $"BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nSUMMARY:x\nDTSTART;TZID=America/New_York:{start}\nRRULE:{rule}\nEND:VEVENT\nEND:VCALENDAR\n";
        var now = Instant.FromUtc(2026, 10, 31, 0, 0);
        var own = (CalendarReading.Understood)CalendarReader.Read(Encoding.UTF8.GetBytes(text), new CalendarAsking(DateTimeZone.Utc, now));
        var known = Calendar.Load(text)!.Events.Single();

        var others = known.GetOccurrences().Select(one => Instant.FromDateTimeUtc(DateTime.SpecifyKind(one.Period.StartTime.AsUtc, DateTimeKind.Utc))).TakeWhile(at => at < now + CalendarReader.Horizon).Take(CalendarReader.MostRepeats);

        own.Questions.ShouldBeEmpty();
        own.Items.Select(item => item.At.ToInstant()).ShouldBe(others);
    }
}
