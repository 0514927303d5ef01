using System.Text;
using System.Text.RegularExpressions;
using Ical.Net;
using TalksBot.Core.Agenda;
using TalksBot.Core.Chronicles;
using TalksBot.Core.Commands;
using TalksBot.Features.Archive;

namespace TalksBot.Features.Tests.Archive;

public sealed partial class ExportTests
{
    private const string Attributed = "tier:official source:\"US officials\"";

    [Theory]
    [InlineData("json", "application/json")]
    [InlineData("md", "text/markdown")]
    [InlineData("csv", "text/csv")]
    [InlineData("ics", "text/calendar")]
    public async Task Hands_out_a_file_without_any_word_that_may_not_be_shown(string format, string mediaType)
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync($"update add us-japan-autos text:\"plain words\" {Attributed}");
        await desk.SayAsync($"update add us-japan-autos text:\"embargoed words\" {Attributed} embargo:\"in 6h\"");
        await desk.SayAsync($"update add us-japan-autos text:\"killed words\" {Attributed}");
        await desk.SayAsync("update kill us-japan-autos #3 \"a hoax\"");
        await desk.SayAsync($"update add us-japan-autos text:\"unapproved words\" {Attributed} priority:flash");
        await desk.SayAsync($"update add us-japan-autos text:\"undone words\" {Attributed}");
        await desk.SayAsync("undo");

        var file = (await desk.RunAsync($"export us-japan-autos format:{format}", "terminal:desk", Role.Reader)).File.ShouldNotBeNull();

        (file.Name, file.MediaType).ShouldBe(($"us-japan-autos.{format}", mediaType));
        file.Content.ShouldContain("plain words");
        foreach (var hidden in new[] { "embargoed", "killed", "unapproved", "undone", "hoax" })
        {
            file.Content.ShouldNotContain($"{hidden} words");
        }
    }

    [Theory]
    [InlineData("status us-japan-autos")]
    [InlineData("update list us-japan-autos")]
    [InlineData("timeline us-japan-autos")]
    [InlineData("digest us-japan-autos")]
    [InlineData("since 24h")]
    [InlineData("audit")]
    [InlineData("receipts")]
    [InlineData("list")]
    [InlineData("next")]
    [InlineData("export us-japan-autos format:json")]
    [InlineData("export us-japan-autos format:md")]
    [InlineData("export us-japan-autos format:csv")]
    [InlineData("export us-japan-autos format:ics")]
    public async Task No_answer_tells_a_word_under_embargo_and_the_lift_lets_them_out(string line)
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos", "terminal:wire");
        await desk.SayAsync($"update add us-japan-autos text:\"embargoed words\" {Attributed} embargo:\"in 6h\"");

        var before = await desk.SayAsync(line);
        await desk.ClaimAsync(MomentKind.Lift, NewsDesk.Tuesday + Duration.FromHours(6));

        before.ShouldNotContain("embargoed words");
        (await desk.SayAsync("export us-japan-autos format:md")).ShouldContain("embargoed words");
    }

    [Fact]
    public async Task A_calendar_reads_back_with_its_instants_names_and_stamps()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("deadline add us-japan-autos \"28 Jun 1995 23:59 EDT\" \"100% tariffs; on, luxury \\\\ cars\"");
        var first = await CalendarAsync(desk);
        await desk.SayAsync("deadline move us-japan-autos D1 +2h");

        var second = await CalendarAsync(desk);

        var (before, after) = (first.Events.Single(IsDeadline), second.Events.Single(IsDeadline));
        before.Summary.ShouldBe("Deadline D1: 100% tariffs; on, luxury \\ cars");
        before.DtStart!.AsUtc.ShouldBe(new DateTime(1995, 6, 29, 3, 59, 0, DateTimeKind.Utc));
        before.DtStamp!.AsUtc.ShouldBe(NewsDesk.Tuesday.ToDateTimeUtc());
        before.Description.ShouldNotBeNull().ShouldContain("Wed 28 Jun 1995 23:59 Washington · Thu 29 Jun 1995 05:59 Geneva");
        before.Status.ShouldBe("CONFIRMED");
        before.Location.ShouldBe("Geneva");
        before.LastModified!.AsUtc.ShouldBe(NewsDesk.Tuesday.ToDateTimeUtc());
        after.Uid.ShouldBe(before.Uid);
        (before.Sequence, after.Sequence).ShouldBe((0, 1));
        after.DtStart!.AsUtc.ShouldBe(new DateTime(1995, 6, 29, 5, 59, 0, DateTimeKind.Utc));
        second.Events.Select(known => known.Uid).ShouldBeUnique();
    }

    [Fact]
    public async Task A_calendar_keeps_what_does_not_take_place_marked_as_cancelled()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("deadline add us-japan-autos \"28 Jun 1995 23:59 EDT\" \"100% tariffs\"");
        await desk.SayAsync("session add us-japan-autos \"28 Jun 1995 10am Geneva\" who:\"Kantor, Hashimoto\" place:\"Intercontinental\"");
        await desk.SayAsync($"update add us-japan-autos text:\"wrong words\" {Attributed}");
        await desk.SayAsync($"update correct us-japan-autos #1 \"other words\"");
        var before = await CalendarAsync(desk);
        await desk.SayAsync("deadline withdraw us-japan-autos D1");
        await desk.SayAsync("session cancel us-japan-autos S1");
        await desk.SayAsync("update kill us-japan-autos #1 \"a hoax\"");

        var after = await CalendarAsync(desk);

        foreach (var name in new[] { "deadline-1", "session-1", "update-1", "update-1-correction-1" })
        {
            var (was, now) = (before.Events.Single(known => IsOf(known, name)), after.Events.Single(known => IsOf(known, name)));
            (was.Status, now.Status).ShouldBe(("CONFIRMED", "CANCELLED"), name);
            now.Sequence.ShouldBeGreaterThan(was.Sequence, name);
            $"{now.Summary} {now.Description}".ShouldNotContain("words");
        }

        after.Events.Single(known => IsOf(known, "session-1")).Location.ShouldBe("Intercontinental");
    }

    [Fact]
    public async Task Two_desks_never_give_an_event_the_same_name_and_one_always_does()
    {
        await using var one = await NewsDesk.OpenAsync();
        await using var other = await NewsDesk.OpenAsync();
        await one.SayAsync("deadline add us-japan-autos \"28 Jun 1995 23:59 EDT\" tariffs");
        await other.SayAsync("deadline add us-japan-autos \"28 Jun 1995 23:59 EDT\" tariffs");

        var names = new[] { await CalendarAsync(one), await CalendarAsync(other), await CalendarAsync(one) }.Select(calendar => calendar.Events.Single(IsDeadline).Uid).ToList();

        names[0].ShouldNotBe(names[1]);
        names[2].ShouldBe(names[0]);
    }

    [Theory]
    [InlineData("md")]
    [InlineData("csv")]
    [InlineData("ics")]
    public async Task A_file_reads_the_same_whenever_it_is_opened(string format)
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("deadline add us-japan-autos \"2 Aug 1995 23:59 EDT\" tariffs");
        await desk.SayAsync("session add us-japan-autos \"28 Jun 1995 10am Geneva\"");

        var file = (await desk.RunAsync($"export us-japan-autos format:{format}", "terminal:desk", Role.Reader)).File!.Content.Replace("\r\n ", "", StringComparison.Ordinal);

        GoesStale().IsMatch(file).ShouldBeFalse(file);
        file.ShouldContain(format == "ics" ? "DTSTART:19950803T035900Z" : "Wed 2 Aug 1995 23:59 Washington");
    }

    [Fact]
    public async Task A_kill_has_a_row_of_its_own_and_the_table_opens_in_any_spreadsheet()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync($"update add us-japan-autos text:\"killed words\" {Attributed}");
        await desk.SayAsync("update kill us-japan-autos #1 \"a hoax\"");

        var file = (await desk.RunAsync("export us-japan-autos format:csv", "terminal:desk", Role.Reader)).File!;

        file.Bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        file.Content.ShouldContain("\"kill\",\"#1\",\"KILLED #1: do not use it\"");
        PartOfASecond().IsMatch(file.Content).ShouldBeFalse();
    }

    [Theory]
    [InlineData("x\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nACTION:EMAIL")]
    [InlineData("semi;colon, comma \\n backslash \\")]
    public void A_calendar_holds_hostile_text_as_text(string text)
    {
        var written = CalendarChronology.Write([With(text)], "0");

        var read = Calendar.Load(written).ShouldNotBeNull();
        var known = read.Events.ShouldHaveSingleItem();
        known.Alarms.ShouldBeEmpty();
        known.Summary.ShouldBe(Core.Chronicles.Export.PlainLine.Of(text));
    }

    [Fact]
    public void A_calendar_breaks_no_letter_in_two_where_it_folds_lines()
    {
        var cars = string.Concat(Enumerable.Repeat("🚗é", 200));

        var written = CalendarChronology.Write([With(cars)], "0");

        var bytes = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetBytes(written);
        written.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        Calendar.Load(Encoding.UTF8.GetString(bytes)).ShouldNotBeNull().Events.ShouldHaveSingleItem().Summary.ShouldBe(cars);
    }

    private static Chronology With(string text) => new(
        "us-japan-autos",
        "US–Japan",
        "under way",
        NewsDesk.Tuesday,
        [new ChronologyRow(NewsDesk.Tuesday, ChronologyKind.Talks, "", text) { Key = "turn-1", RecordedAt = NewsDesk.Tuesday }]);

    private static bool IsDeadline(Ical.Net.CalendarComponents.CalendarEvent known) => known.Uid!.StartsWith("us-japan-autos-deadline-1@", StringComparison.Ordinal);

    private static bool IsOf(Ical.Net.CalendarComponents.CalendarEvent known, string name) =>
        known.Uid!.StartsWith($"us-japan-autos-{name}@", StringComparison.Ordinal);

    private static async Task<Calendar> CalendarAsync(NewsDesk desk)
    {
        var reply = await desk.RunAsync("export us-japan-autos format:ics", "terminal:desk", Role.Reader);
        return Calendar.Load(reply.File.ShouldNotBeNull().Content).ShouldNotBeNull();
    }

    [GeneratedRegex(@"\b(in|within) \d+ (d|h|min)|\bago\b|\btomorrow\b|\btoday\b", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex GoesStale();

    [GeneratedRegex(@"\d\.\d+Z", RegexOptions.None, 1_000)]
    private static partial Regex PartOfASecond();
}
