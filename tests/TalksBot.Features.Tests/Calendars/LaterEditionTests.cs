using TalksBot.Core.Calendars;
using TalksBot.Core.Calendars.Reading;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using static TalksBot.Features.Tests.Calendars.ImportCalendarTests;

namespace TalksBot.Features.Tests.Calendars;

/// <summary>Calendars taken in again: what their publishers changed since is proposed, and what the desk changed itself stays.</summary>
public sealed class LaterEditionTests
{
    [Fact]
    public async Task A_later_edition_proposes_moves_and_what_is_gone_and_tells_the_followers()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos", "terminal:wire");
        await desk.SayAsync(Line(Plenary + Dinner + Report));
        var later = Plenary.Replace("T100000", "T143000", StringComparison.Ordinal).Replace("T120000", "T160000", StringComparison.Ordinal).Replace("SEQUENCE:1", "SEQUENCE:2", StringComparison.Ordinal);

        var preview = await desk.RunAsync(Line(later + Report), Ann);
        (await desk.TalksAsync()).Sessions.ShouldAllBe(session => session.State == SessionState.Planned);
        await desk.SayAsync(Line(later + Report));
        var talks = await desk.TalksAsync();

        var shown = PostText.Write(preview.Body);
        preview.IsPreview.ShouldBeTrue(shown);
        shown.ShouldContain("S1 moves to 14:30 Geneva Wed 28 Jun");
        shown.ShouldContain("was 10:00 Geneva Wed 28 Jun – Plenary, open");
        shown.ShouldContain("S2 is not in the calendar any more: 20:00 Geneva Wed 28 Jun");
        shown.ShouldContain("1 event taken before has not changed.");
        talks.Sessions[0].StartsAt.ToInstant().ShouldBe(Instant.FromUtc(1995, 6, 28, 12, 30));
        talks.Sessions[0].EndsAt!.ToInstant().ShouldBe(Instant.FromUtc(1995, 6, 28, 14, 0));
        talks.Sessions[1].State.ShouldBe(SessionState.Cancelled);
        talks.Deadlines[0].State.ShouldBe(DeadlineState.Standing);
        (await desk.DeliveriesAsync(DeliveryKind.Session)).Count(delivery => delivery.Channel.ToString() == "terminal:wire").ShouldBe(2);
        (await desk.RefusedAsync(Line(later + Report))).ShouldBe("Nothing in that calendar is new here.");
    }

    [Fact]
    public async Task What_the_desk_changed_itself_stays_and_what_it_took_back_comes_again()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync(Line(Plenary + Dinner));
        await desk.SayAsync("session move us-japan-autos S1 +1h");

        (await desk.RefusedAsync(Line(Plenary + Dinner))).ShouldBe("Nothing in that calendar is new here.");
        (await desk.RefusedAsync(Line(Plenary.Replace("SEQUENCE:1", "SEQUENCE:0", StringComparison.Ordinal).Replace("T100000", "T090000", StringComparison.Ordinal) + Dinner))).ShouldBe("Nothing in that calendar is new here.");
        await desk.SayAsync("undo");
        await desk.SayAsync("undo");
        (await desk.TalksAsync()).Sessions.ShouldBeEmpty();
        (await desk.SayAsync(Line(Plenary + Dinner))).ShouldContain("2 added");
    }

    [Fact]
    public async Task A_later_edition_in_which_only_the_end_is_another_proposes_that_end()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync(Line(Plenary + Dinner));
        var longer = Plenary.Replace("T120000", "T133000", StringComparison.Ordinal);

        var preview = await desk.RunAsync(Line(longer + Dinner), Ann);
        var before = await desk.TalksAsync();
        var done = await desk.SayAsync(Line(longer + Dinner));
        var after = await desk.TalksAsync();
        var again = await desk.RefusedAsync(Line(longer + Dinner));
        await desk.SayAsync(Line(longer.Replace("DTEND", "X-NONE", StringComparison.Ordinal) + Dinner.Replace("END:VEVENT", "DURATION:PT2H\nEND:VEVENT", StringComparison.Ordinal)));

        PostText.Write(preview.Body).ShouldContain("S1 ends at 13:30 Geneva Wed 28 Jun · 07:30 Washington Wed 28 Jun · 20:30 Tokyo Wed 28 Jun, was to end at 12:00 Geneva Wed 28 Jun – Plenary, open");
        before.Sessions[0].EndsAt!.ToInstant().ShouldBe(Instant.FromUtc(1995, 6, 28, 10, 0));
        done.ShouldContain("1 changed · US–Japan automotive talks");
        (after.Sessions[0].StartsAt.ToInstant(), after.Sessions[0].EndsAt!.ToInstant()).ShouldBe((Instant.FromUtc(1995, 6, 28, 8, 0), Instant.FromUtc(1995, 6, 28, 11, 30)));
        again.ShouldBe("Nothing in that calendar is new here.");
        (await desk.TalksAsync()).Sessions.Select(session => session.EndsAt?.ToInstant()).ShouldBe([null, Instant.FromUtc(1995, 6, 28, 20, 0)]);
    }

    [Fact]
    public async Task An_end_that_the_desk_set_stays_until_the_calendar_has_another_and_undo_takes_that_back()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync(Line(Plenary));
        await desk.SayAsync("session set us-japan-autos S1 until:11:00");

        (await desk.RefusedAsync(Line(Plenary))).ShouldBe("Nothing in that calendar is new here.");
        (await desk.RefusedAsync(Line(Plenary.Replace("T120000", "T110000", StringComparison.Ordinal)))).ShouldBe("Nothing in that calendar is new here.");
        await desk.SayAsync(Line(Plenary.Replace("T120000", "T130000", StringComparison.Ordinal)));
        var set = await desk.TalksAsync();
        await desk.SayAsync("undo");
        var undone = await desk.TalksAsync();

        set.Sessions[0].EndsAt!.ToInstant().ShouldBe(Instant.FromUtc(1995, 6, 28, 11, 0));
        undone.Sessions[0].EndsAt!.ToInstant().ShouldBe(Instant.FromUtc(1995, 6, 28, 9, 0));
        (await desk.SayAsync(Line(Plenary.Replace("T120000", "T130000", StringComparison.Ordinal)))).ShouldContain("S1 ends at 13:00 Geneva");
    }

    [Fact]
    public async Task A_later_edition_with_other_words_or_another_place_proposes_them_and_a_second_time_nothing()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync(Line(Plenary + Dinner + Report));
        var later = Plenary.Replace("open", "closed", StringComparison.Ordinal).Replace("Palais", "Room 2", StringComparison.Ordinal) + Dinner + Report.Replace("report", "findings", StringComparison.Ordinal);

        var preview = await desk.RunAsync(Line(later), Ann);
        var before = await desk.TalksAsync();
        var done = await desk.SayAsync(Line(later));
        var talks = await desk.TalksAsync();
        var again = await desk.RefusedAsync(Line(later));
        await desk.SayAsync(Line(later.Replace("LOCATION:Room 2\n", "", StringComparison.Ordinal)));

        PostText.Write(preview.Body).ShouldContain("S1 now reads who “Plenary, closed”, was “Plenary, open”; place “Room 2”, was “Palais”\nD1 now reads label “Mediator's findings”, was “Mediator's report”\n1 event taken before has not changed.");
        before.Sessions[0].Who.ShouldBe("Plenary, open");
        done.ShouldContain("2 changed · US–Japan automotive talks");
        (talks.Sessions[0].Who, talks.Sessions[0].Place, talks.Deadlines[0].Label).ShouldBe(("Plenary, closed", "Room 2", "Mediator's findings"));
        again.ShouldBe("Nothing in that calendar is new here.");
        (await desk.TalksAsync()).Sessions[0].Place.ShouldBe("");
    }

    [Fact]
    public async Task What_is_called_otherwise_at_another_time_is_told_with_both_and_alerts_that_stand_read_so()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("follow add us-japan-autos digest:none");
        var soon = "BEGIN:VEVENT\nUID:9@x\nSUMMARY:Bilateral\nLOCATION:Palais\nDTSTART:19950627T144000Z\nEND:VEVENT\n";
        await desk.SayAsync(Line(soon));
        await desk.ClaimAsync(Core.Agenda.MomentKind.Session, NewsDesk.Tuesday + Duration.FromMinutes(10));
        await desk.ChangeAsync(db =>
        {
            var alert = db.Deliveries.Single(delivery => delivery.Rung != null);
            alert.RecordSent("1", alert.Post, desk.Now);
        });

        var done = await desk.SayAsync(Line(soon.Replace("T144000", "T160000", StringComparison.Ordinal).Replace("Bilateral", "The ministers", StringComparison.Ordinal)));

        done.ShouldContain("1 moved · US–Japan automotive talks");
        done.ShouldContain("was 16:40 Geneva Tue 27 Jun; now reads who “The ministers”, was “Bilateral”");
        var told = await desk.DeliveriesAsync(DeliveryKind.Session);
        told.Last(delivery => delivery.Act is DeliveryAct.Post).Post.Title.ShouldBe("Moved 1 h 20 min later · US–Japan automotive talks: The ministers, Palais");
        told.Last(delivery => delivery.Act is DeliveryAct.Edit && delivery.State is not DeliveryState.Superseded).Post.Title.ShouldBe("Moved 1 h 20 min later · US–Japan automotive talks: The ministers, Palais");
        var news = PostText.Write((await desk.DeliveriesAsync(DeliveryKind.Reworded)).ShouldHaveSingleItem().Post);
        news.ShouldStartWith("Now reads · US–Japan automotive talks: The ministers, Palais\n18:00 Geneva");
        news.ShouldContain("\nwas Bilateral, Palais\n");
    }

    [Fact]
    public async Task Words_that_the_desk_changed_stay_until_the_calendar_has_others_and_undo_takes_those_back()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync(Line(Plenary + Report));
        await desk.SayAsync("session set us-japan-autos S1 who:\"Both ministers\" place:Intercontinental");
        await desk.SayAsync("deadline set us-japan-autos D1 label:\"The report\"");

        (await desk.RefusedAsync(Line(Plenary + Report))).ShouldBe("Nothing in that calendar is new here.");
        (await desk.RefusedAsync(Line(Plenary.Replace("SEQUENCE:1", "SEQUENCE:2", StringComparison.Ordinal) + Report))).ShouldBe("Nothing in that calendar is new here.");
        (await desk.RefusedAsync(Line(Plenary.Replace("SEQUENCE:1", "SEQUENCE:0", StringComparison.Ordinal).Replace("Palais", "Room 2", StringComparison.Ordinal) + Report))).ShouldBe("Nothing in that calendar is new here.");
        await desk.SayAsync(Line(Plenary.Replace("Palais", "Room 2", StringComparison.Ordinal) + Report));
        var set = await desk.TalksAsync();
        await desk.SayAsync("undo");
        var undone = await desk.TalksAsync();

        (set.Sessions[0].Who, set.Sessions[0].Place, set.Deadlines[0].Label).ShouldBe(("Both ministers", "Room 2", "The report"));
        undone.Sessions[0].Place.ShouldBe("Intercontinental");
        (await desk.SayAsync(Line(Plenary.Replace("Palais", "Room 2", StringComparison.Ordinal) + Report))).ShouldContain("S1 now reads place “Room 2”, was “Intercontinental” – Both ministers");
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task Of_what_an_older_version_took_the_words_are_followed_where_the_publisher_changed_it_since(int sequence, bool isFollowed)
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync(Line(Plenary));
        var talks = await desk.TalksAsync();
        var item = new CalendarItem(new string('a', CalendarItem.SeriesLength), talks.Sessions[0].StartsAt, "Plenary, closed") { Sequence = sequence, Until = talks.Sessions[0].EndsAt, Place = "Palais" };
        var taken = new TakenEvent("S1", item.At.ToInstant(), new CalendarOrigin(item.Key, item.Key, 1, Modified: null) { Ends = item.Until?.ToInstant() });

        var plan = new CalendarPlan(talks, new Dictionary<string, TakenEvent> { [item.Key] = taken }, desk.Now);
        plan.Make(new CalendarReading.Understood([item], []) { Names = new HashSet<string> { item.Key }, Unread = new HashSet<string>() }, new CalendarChoices(AsDeadlines: false, TakesPast: false, KeepsVanished: false));

        plan.Steps.OfType<CalendarStep.Change>().Select(step => step.Reads.Title).ShouldBe(isFollowed ? ["Plenary, closed"] : []);
    }

    [Fact]
    public async Task A_deadline_of_the_same_name_at_the_same_moment_is_taken_once_and_costs_the_rest_nothing()
    {
        await using var desk = await NewsDesk.OpenAsync();
        var findings = Report.Replace("3@x", "8@x", StringComparison.Ordinal).Replace("report", "findings", StringComparison.Ordinal);
        var again = findings.Replace("8@x", "9@x", StringComparison.Ordinal);

        var twice = await desk.SayAsync(Line(Report + findings + again + Dinner));
        var renamed = await desk.SayAsync(Line(Report.Replace("report", "findings", StringComparison.Ordinal) + findings + again + Plenary));
        await desk.SayAsync(Line(Report + findings.Replace("findings", "draft", StringComparison.Ordinal) + again.Replace("findings", "draft", StringComparison.Ordinal)));

        twice.ShouldContain("3 added");
        twice.ShouldContain("1 event stands here already: “Mediator's findings”");
        renamed.ShouldContain("1 added, 1 cancelled or withdrawn");
        renamed.ShouldContain("2 events stand here already: “Mediator's findings”, “Mediator's findings”");
        (await desk.TalksAsync()).Deadlines.Select(deadline => deadline.Label).Order().ShouldBe(["Mediator's draft", "Mediator's report"]);
    }

    [Fact]
    public async Task Another_calendar_an_invitation_and_a_wish_to_keep_cancel_nothing()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync(Line(Plenary + Dinner));

        await desk.SayAsync(Line(Report));
        await desk.RefusedAsync(Line("METHOD:REQUEST\n" + Plenary));
        await desk.RefusedAsync($"{Line(Plenary)} vanished:keep");
        (await desk.TalksAsync()).Sessions.ShouldAllBe(session => session.State == SessionState.Planned);
        await desk.SayAsync(Line("METHOD:CANCEL\n" + Dinner));

        (await desk.TalksAsync()).Sessions.Select(session => session.State).ShouldBe([SessionState.Planned, SessionState.Cancelled]);
    }
}
