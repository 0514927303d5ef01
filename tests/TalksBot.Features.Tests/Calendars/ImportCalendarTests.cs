using TalksBot.Core.Archive;
using TalksBot.Core.Calendars;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Features.Settings;
using TalksBot.Testing;

namespace TalksBot.Features.Tests.Calendars;

/// <summary>Calendars taken in: what is new is added, what has moved or gone since is proposed, and nothing is done unasked.</summary>
public sealed class ImportCalendarTests(BadWebServer server) : IClassFixture<BadWebServer>
{
    internal const string Plenary = "BEGIN:VEVENT\nUID:1@x\nSEQUENCE:1\nSUMMARY:Plenary\\, open\nLOCATION:Palais\nDTSTART;TZID=Europe/Zurich:19950628T100000\nDTEND;TZID=Europe/Zurich:19950628T120000\nEND:VEVENT\n";
    internal const string Dinner = "BEGIN:VEVENT\nUID:2@x\nSUMMARY:Dinner\nDTSTART:19950628T180000Z\nEND:VEVENT\n";
    internal const string Report = "BEGIN:VTODO\nUID:3@x\nSUMMARY:Mediator's report\nDUE:19950630T160000Z\nEND:VTODO\n";

    [Fact]
    public async Task Shows_what_it_would_add_on_every_clock_and_does_it_when_that_is_agreed_to()
    {
        await using var desk = await NewsDesk.OpenAsync();

        var preview = await desk.RunAsync(Line(Plenary + Dinner + Report), Ann);
        var before = await desk.TalksAsync();
        var done = await desk.RunAsync(preview.Body.Buttons.Single(button => button.Label == "Post").Command, Ann);
        var talks = await desk.TalksAsync();

        preview.IsPreview.ShouldBeTrue(PostText.Write(preview.Body));
        PostText.Write(preview.Body).ShouldContain("S1 10:00 Geneva Wed 28 Jun · 04:00 Washington Wed 28 Jun · 17:00 Tokyo Wed 28 Jun – Plenary, open – Palais");
        (before.Sessions.Count, before.Deadlines.Count).ShouldBe((0, 0));
        done.Refused.ShouldBeFalse(PostText.Write(done.Body));
        done.Body.Heading.ShouldBe("3 added · US–Japan automotive talks");
        PostText.Write(done.Body).ShouldContain("S1 10:00 Geneva Wed 28 Jun");
        talks.Sessions.Select(session => (session.Who, session.Place, session.StartsAt.ToInstant(), session.EndsAt?.ToInstant())).ShouldBe(
        [
            ("Plenary, open", "Palais", Instant.FromUtc(1995, 6, 28, 8, 0), Instant.FromUtc(1995, 6, 28, 10, 0)),
            ("Dinner", "", Instant.FromUtc(1995, 6, 28, 18, 0), null),
        ]);
        talks.Deadlines.ShouldHaveSingleItem().Label.ShouldBe("Mediator's report");
        (await desk.AgendaAsync(Core.Agenda.MomentKind.Session)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_is_not_clear_is_asked_about_by_name_and_can_be_given()
    {
        await using var desk = await NewsDesk.OpenAsync();
        var unclear = "X-WR-TIMEZONE:Asia/Tokyo\n" + Plenary + "BEGIN:VEVENT\nUID:4@x\nSUMMARY:Lunch\nDTSTART:19950629T120000\nEND:VEVENT\nBEGIN:VEVENT\nUID:5@x\nSUMMARY:Fast day\nDTSTART;VALUE=DATE:19950629\nEND:VEVENT\n"
            + "BEGIN:VEVENT\nUID:6@x\nSUMMARY:Old\nDTSTART:19940629T120000Z\nEND:VEVENT\nBEGIN:VEVENT\nUID:7@x\nSUMMARY:Broken\nDTSTART:19950631T120000Z\nEND:VEVENT\n";

        var said = await desk.SayAsync(Line(unclear));
        var again = await desk.SayAsync($"{Line(unclear)} zone:Tokyo hour:09:00 past:yes");

        said.ShouldContain("1 added");
        said.ShouldContain("Not taken: 3 events");
        said.ShouldContain("“Lunch”: no zone is said; give one, such as zone:Asia/Tokyo");
        said.ShouldContain("“Fast day”: only a day is said; give an hour and a zone, such as hour:09:00 zone:Geneva");
        said.ShouldContain("“Broken”: its time reads “19950631T120000Z”");
        said.ShouldContain("1 event over or cancelled is left out: “Old”");
        again.ShouldContain("3 added");
        (await desk.TalksAsync()).Sessions.Single(session => session.Who == "Lunch").StartsAt.ToInstant().ShouldBe(Instant.FromUtc(1995, 6, 29, 3, 0));
    }

    [Fact]
    public async Task Where_a_calendar_was_taken_from_outlives_the_talks_own_file()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync(Line(Plenary));
        await desk.SayAsync(Line(Plenary.Replace("Palais", "Room 2", StringComparison.Ordinal)));

        var file = TalksFile.Write([await desk.TalksAsync()]);

        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file));
        var read = ((TalksFileReading.Understood)await TalksFile.ReadAsync(stream, TestContext.Current.CancellationToken)).File.Talks.Single();
        var (key, taken) = TakenEvent.Of(Negotiation.Restore(read).Changes).ShouldHaveSingleItem();
        taken.Origin.ShouldBe(new CalendarOrigin(key, key, 1, Modified: null) { Ends = Instant.FromUtc(1995, 6, 28, 10, 0), Title = "Plenary, open", Place = "Room 2" });
        file.ShouldNotContain("1@x");
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("/etc/passwd")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://example.org/a.ics")]
    public async Task No_file_is_opened_by_whoever_types_its_path(string from)
    {
        await using var desk = await NewsDesk.OpenAsync();

        (await desk.RefusedAsync($"session import us-japan-autos from:\"{from}\"")).ShouldStartWith("That is no calendar: give its address on the web, or paste its text");
    }

    [Theory]
    [InlineData("http://127.0.0.1/a.ics")]
    [InlineData("webcal://127.0.0.1/a.ics")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    public async Task No_internal_address_is_asked(string from)
    {
        await using var desk = await NewsDesk.OpenAsync();

        (await desk.RefusedAsync($"session import us-japan-autos from:\"{from}\"")).ShouldContain("is on an internal network and is not asked");
    }

    [Fact]
    public async Task What_is_agreed_to_is_what_was_shown_and_the_record_keeps_no_secret_address()
    {
        await using var desk = await NewsDesk.WithAsync($"{FetchOptions.Section}:InternalHosts", "127.0.0.1");
        server.Page("/secret-key/basic.ics", 200, Calendar(Plenary), "Content-Type: text/calendar");
        var line = CommandCall.Written("session import", ("talks", "us-japan-autos"), ("from", $"{server.At("/secret-key/basic.ics")}"));

        var preview = await desk.RunAsync(line, Ann);
        server.Page("/secret-key/basic.ics", 200, Calendar(Dinner), "Content-Type: text/calendar");
        await desk.RunAsync(preview.Body.Buttons.Single(button => button.Label == "Post").Command, Ann);

        (await desk.TalksAsync()).Sessions.ShouldHaveSingleItem().Who.ShouldBe("Plenary, open");
        (await desk.ReadAsync(db => Task.FromResult(string.Join('\n', db.Acts.Select(act => act.Line))))).ShouldNotContain("secret-key");

        // Another machine, or this one after a restart, has nothing that was shown, and reads anew.
        (await desk.RefusedAsync(preview.Body.Buttons.Single(button => button.Label == "Post").Command)).ShouldBe("The calendar reads otherwise than it did when it was shown; look at it once more.");
        server.Page("/gone.ics", 404, "");
        (await desk.RefusedAsync($"session import us-japan-autos from:\"{server.At("/gone.ics")}\"")).ShouldBe("127.0.0.1 answers 404 and no calendar; check the address, and whether it can be read without logging in.");
    }

    [Fact]
    public async Task Needs_an_editor()
    {
        await using var desk = await NewsDesk.OpenAsync();

        (await desk.RefusedAsync(Line(Plenary), Role.Reporter)).ShouldContain("needs the role editor");
    }

    internal static Caller Ann { get; } = new("Ann", Role.Chief, new ChannelAddress("terminal", "", "desk"));

    internal static string Line(string parts) => CommandCall.Written("session import", ("talks", "us-japan-autos"), ("from", Calendar(parts)));

    private static string Calendar(string parts) => $"BEGIN:VCALENDAR\nVERSION:2.0\n{parts}END:VCALENDAR";
}
