using System.Text;
using Ical.Net;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Access;
using TalksBot.Core.Commands;
using TalksBot.Features.Access;
using TalksBot.Features.Calendars;

namespace TalksBot.Features.Tests.Calendars;

/// <summary>What stands in a calendar that people subscribe to.</summary>
public sealed class CalendarFeedTests
{
    private const string Slug = "us-japan-autos";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Says_what_where_and_as_of_when()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync($"/talks session add {Slug} \"28 Jun 1995 10am Geneva\" until:13:00 who:\"Kantor; Hashimoto\" place:\"Intercontinental, Geneva\"");

        var text = await WriteAsync(desk);

        var lines = Unfolded(text);
        lines.ShouldContain("NAME:All talks – TalksBot");
        lines.ShouldContain("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        lines.ShouldContain("X-PUBLISHED-TTL:PT1H");
        var deadline = Event(lines, "deadline-1");
        deadline.ShouldContain("DTSTART;TZID=America/New_York:19950628T235900");
        deadline.ShouldContain("SUMMARY:US–Japan automotive talks: 100% tariffs on luxury cars (D1)");
        deadline.ShouldContain("LOCATION:Geneva");
        deadline.ShouldContain("SEQUENCE:0");
        deadline.ShouldContain("LAST-MODIFIED:19950627T060000Z");
        deadline.ShouldContain("STATUS:CONFIRMED");
        deadline.ShouldContain("DESCRIPTION:Wed 28 Jun 1995 23:59 Washington · Thu 29 Jun 1995 05:59 Geneva · Thu 29 Jun 1995 12:59 Tokyo\\nDeadline standing\\nAs of Tue 27 Jun 1995 08:00 Geneva");
        var session = Event(lines, "session-1");
        session.ShouldContain("DTSTART;TZID=Europe/Zurich:19950628T100000");
        session.ShouldContain("DTEND;TZID=Europe/Zurich:19950628T130000");
        session.ShouldContain("SUMMARY:US–Japan automotive talks: session S1 – Kantor\\; Hashimoto");
        session.ShouldContain("LOCATION:Intercontinental\\, Geneva");
        lines.Where(line => line.StartsWith("TZID:", StringComparison.Ordinal)).ShouldBe(["TZID:America/New_York", "TZID:Europe/Zurich"]);
        text.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        var read = Calendar.Load(text).ShouldNotBeNull();
        read.Events.Select(known => known.DtStart!.AsUtc).ShouldBe([new DateTime(1995, 6, 28, 8, 0, 0, DateTimeKind.Utc), new DateTime(1995, 6, 29, 3, 59, 0, DateTimeKind.Utc)]);
    }

    [Fact]
    public async Task Is_the_same_to_the_byte_until_something_changes()
    {
        await using var desk = await TestDesk.FoundingAsync();
        var before = await WriteAsync(desk);
        desk.Clock.AdvanceTo(TestDesk.Morning + Duration.FromHours(5));

        var after = await WriteAsync(desk);

        after.ShouldBe(before);
        await desk.DoneAsync($"/talks deadline set {Slug} D1 label:\"200% tariffs\"");
        (await WriteAsync(desk)).ShouldNotBe(before);
    }

    [Fact]
    public async Task Counts_moves_and_keeps_what_was_withdrawn_or_cancelled_for_good()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync($"/talks session add {Slug} \"28 Jun 1995 10am Geneva\"");
        var uid = Uid(await WriteAsync(desk));
        await desk.DoneAsync($"/talks deadline set {Slug} D1 consequence:\"A trade war\"");
        await desk.DoneAsync($"/talks deadline move {Slug} D1 +2h");
        await desk.DoneAsync($"/talks deadline move {Slug} D1 +2h");
        var moved = Event(Unfolded(await WriteAsync(desk)), "deadline-1");
        await desk.DoneAsync("/talks undo");
        var undone = Event(Unfolded(await WriteAsync(desk)), "deadline-1");
        await desk.DoneAsync($"/talks deadline withdraw {Slug} D1");
        await desk.DoneAsync($"/talks session cancel {Slug} S1");
        desk.Clock.AdvanceTo(TestDesk.Morning + Duration.FromDays(60));

        var text = await WriteAsync(desk);

        moved.ShouldContain("SEQUENCE:2");
        moved.ShouldContain("DTSTART;TZID=America/New_York:19950629T035900");
        undone.ShouldContain("SEQUENCE:3");
        undone.ShouldContain("DTSTART;TZID=America/New_York:19950629T015900");
        Uid(text).ShouldBe(uid);
        foreach (var name in new[] { "deadline-1", "session-1" })
        {
            Event(Unfolded(text), name).ShouldContain("STATUS:CANCELLED");
        }

        Event(Unfolded(text), "session-1").ShouldContain("SEQUENCE:1");
        Event(Unfolded(text), "session-1").ShouldContain("SUMMARY:CANCELLED: US–Japan automotive talks: session S1");
    }

    [Fact]
    public async Task An_hour_that_comes_twice_is_told_in_utc_the_second_time()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync($"/talks session add {Slug} 1995-10-29T01:30:00-04:00[America/New_York]");
        await desk.DoneAsync($"/talks session add {Slug} 1995-10-29T01:30:00-05:00[America/New_York]");

        var lines = Unfolded(await WriteAsync(desk));

        Event(lines, "session-1").ShouldContain("DTSTART;TZID=America/New_York:19951029T013000");
        Event(lines, "session-2").ShouldContain("DTSTART:19951029T063000Z");
    }

    [Fact]
    public async Task Holds_no_word_of_any_update_and_no_markup_of_anybody()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync($"/talks deadline add {Slug} \"30 Jun 1995 23:59 EDT\" \"<b>x</b>\\nEND:VEVENT, \\\\ ; BEGIN:VALARM\"");
        await desk.DoneAsync($"/talks update add {Slug} text:\"plain words\" tier:official source:\"US officials\"");
        await desk.DoneAsync($"/talks update add {Slug} text:\"embargoed words\" tier:official source:\"US officials\" embargo:\"in 6h\"");

        var text = await WriteAsync(desk);

        string.Concat(Unfolded(text)).ShouldNotContain("words");
        var read = Calendar.Load(text).ShouldNotBeNull();
        read.Events.Count.ShouldBe(2);
        read.Events.ShouldAllBe(known => known.Alarms.Count == 0);
    }

    [Fact]
    public async Task Each_token_opens_its_own_calendars_and_no_others()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync("/talks open other-talks \"Other talks\" follow:no zone:Geneva", Role.Chief);
        await desk.DoneAsync("/talks deadline add other-talks \"30 Jun 1995 17:00 Geneva\" \"Second reading\"");
        await desk.DoneAsync("/talks follow add other-talks", Role.Chief);
        (await desk.DoneAsync("/talks calendar add", Role.Chief)).ShouldContain("/all.ics");
        (await desk.DoneAsync($"/talks calendar add {Slug} label:lobby", Role.Chief)).ShouldContain($"/{Slug}.ics");
        (await desk.DoneAsync("/talks calendar add follow:yes", Role.Chief)).ShouldContain("/follow.ics");
        var (all, one, follow) = (new OpenDoor(1, new AccessScope(AccessKind.Calendar, Talks: null, Role: null)), new OpenDoor(2, new AccessScope(AccessKind.Calendar, Talks: 1, Role: null)), new OpenDoor(3, new AccessScope(AccessKind.Calendar, Talks: null, Role: null)));

        foreach (var (door, name, shows) in new (OpenDoor, string, string?)[]
        {
            (all, "all", "12"), (all, Slug, "1"), (all, "other-talks", "2"), (all, "follow", null), (all, "none", null),
            (one, "all", "1"), (one, Slug, "1"), (one, "other-talks", null),
            (follow, "follow", "2"), (follow, "all", "2"), (follow, "other-talks", "2"), (follow, Slug, null),
        })
        {
            var text = await WriteAsync(desk, door, name);
            var seen = text is null ? null : $"{(text.Contains("luxury cars", StringComparison.Ordinal) ? "1" : "")}{(text.Contains("Second reading", StringComparison.Ordinal) ? "2" : "")}";
            seen.ShouldBe(shows, $"{door.Token} {name}");
        }

        await desk.DoneAsync("/talks follow remove other-talks", Role.Chief);
        (await WriteAsync(desk, follow, "all")).ShouldNotBeNull().ShouldNotContain("BEGIN:VEVENT");
    }

    [Fact]
    public async Task The_commands_say_what_there_is_and_refuse_in_a_sentence()
    {
        await using var desk = await TestDesk.FoundingAsync();
        (await desk.RefusedAsync("/talks calendar add follow:yes", Role.Chief)).ShouldBe("This channel follows no talks, so its calendar would be empty; begin with /talks follow add.");
        await desk.DoneAsync($"/talks follow add {Slug}", Role.Chief);
        (await desk.RefusedAsync($"/talks calendar add {Slug} follow:yes", Role.Chief)).ShouldStartWith("A calendar shows either talks or what this channel follows");
        (await desk.RefusedAsync("/talks calendar add")).ShouldContain("needs the role chief");
        await desk.DoneAsync("/talks calendar add follow:yes label:phones", Role.Chief);
        await desk.DoneAsync($"/talks calendar add {Slug}", Role.Chief);
        (await desk.RefusedAsync("/talks calendar revoke W1", Role.Chief)).ShouldBe("There is no calendar “W1”; /talks calendar list shows those there are.");

        var list = await desk.DoneAsync("/talks calendar list", Role.Chief);

        list.ShouldContain("C2 shows US–Japan automotive talks, made by Anna today 02:00");
        list.ShouldContain("C1 shows what terminal:desk follows – phones, made by Anna today 02:00");
        (await desk.DoneAsync("/talks calendar revoke c1", Role.Chief)).ShouldContain("Calendar C1 – phones is taken away");
        (await desk.DoneAsync("/talks calendar list", Role.Chief)).ShouldNotContain("C1 ");
    }

    private static async Task<string> WriteAsync(TestDesk desk) => (await WriteAsync(desk, new OpenDoor(99, new AccessScope(AccessKind.Calendar, Talks: null, Role: null)), "all")).ShouldNotBeNull();

    private static Task<string?> WriteAsync(TestDesk desk, OpenDoor door, string name) => desk.WithAsync(async services =>
    {
        var calendars = services.GetRequiredService<CalendarQuery>();
        return await calendars.FindAsync(door, name, Token) is { } reach ? (await calendars.WriteAsync(reach, Token)).Text.ToString() : null;
    });

    private static List<string> Unfolded(string text) => [.. text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")];

    /// <summary>The lines of one event.</summary>
    private static List<string> Event(List<string> lines, string name)
    {
        var at = lines.FindIndex(line => line.StartsWith($"UID:{Slug}-{name}@", StringComparison.Ordinal));
        at.ShouldBeGreaterThan(0, name);
        return lines[at..lines.FindIndex(at, line => line == "END:VEVENT")];
    }

    private static string Uid(string text) => Unfolded(text).First(line => line.StartsWith($"UID:{Slug}-deadline-1@", StringComparison.Ordinal));
}
