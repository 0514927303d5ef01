using TalksBot.Core.Agenda;
using TalksBot.Core.Archive;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Features.Tests.Repeating;

/// <summary>Deadlines and sessions that repeat: each occurrence is one of its own, and one is planned ahead.</summary>
public sealed class RepeatingTests
{
    /// <summary>Wed 28 Jun 1995 11:00 in Geneva.</summary>
    private static readonly Instant Start = Instant.FromUtc(1995, 6, 28, 9, 0);

    private static readonly Duration Week = Duration.FromDays(7);

    [Fact]
    public async Task The_answer_shows_the_next_few_and_one_is_planned()
    {
        await using var desk = await NewsDesk.OpenAsync();

        var reply = await desk.SayAsync("session add us-japan-autos \"28 Jun 11am\" until:13:00 who:\"the ministers\" repeat:\"every Wednesday until 26 Jul\"");

        reply.ShouldContain("\nRepeats every Wednesday, until Wed 26 Jul 1995: then Wed 5 Jul, Wed 12 Jul, Wed 19 Jul …\n");
        (await desk.TalksAsync()).Sessions.ShouldHaveSingleItem();
        (await desk.AgendaAsync(MomentKind.NextSession)).ShouldHaveSingleItem().Due.ShouldBe(Start);
    }

    [Fact]
    public async Task Once_one_has_come_the_next_is_planned_with_its_alerts_and_its_length()
    {
        await using var desk = await WeeklyAsync();

        await desk.ClaimAsync(MomentKind.NextSession, Start);

        var talks = await desk.TalksAsync();
        talks.Sessions.Select(session => TimeWording.Full(session.StartsAt)).ShouldBe(["Wed 28 Jun 1995 11:00 Geneva", "Wed 5 Jul 1995 11:00 Geneva"]);
        (TimeWording.Full(talks.Sessions[1].EndsAt!), talks.Sessions[1].Who).ShouldBe(("Wed 5 Jul 1995 13:00 Geneva", "the ministers"));
        (await desk.AgendaAsync(MomentKind.Session)).Select(moment => moment.Due).ShouldContain(Start + Week - Duration.FromMinutes(30));
        (await desk.AgendaAsync(MomentKind.NextSession)).ShouldHaveSingleItem().Due.ShouldBe(Start + Week);
    }

    [Fact]
    public async Task The_status_says_how_it_repeats_in_a_line()
    {
        await using var desk = await WeeklyAsync();

        (await desk.SayAsync("status us-japan-autos")).ShouldContain("\nevery Wednesday, 3 times, next 11:00 Geneva Wed 5 Jul");
    }

    [Fact]
    public async Task After_the_last_none_follows()
    {
        await using var desk = await WeeklyAsync();

        await desk.ClaimAsync(MomentKind.NextSession, Start);
        await desk.ClaimAsync(MomentKind.NextSession, Start + Week);
        (await desk.AgendaAsync(MomentKind.NextSession)).ShouldBeEmpty();
        await desk.ClaimAsync(MomentKind.NextSession, Start + (Week * 2));

        (await desk.TalksAsync()).Sessions.Count.ShouldBe(3);
        (await desk.SayAsync("session list us-japan-autos")).ShouldNotContain("next 11:00");
    }

    [Fact]
    public async Task One_that_is_cancelled_is_followed_at_once_and_that_undone_with_it()
    {
        await using var desk = await WeeklyAsync();

        var reply = await desk.SayAsync("session cancel us-japan-autos S1");
        var cancelled = (await desk.TalksAsync()).Sessions.Count;
        await desk.SayAsync("undo");

        reply.ShouldContain("\nS2 follows: 11:00 Geneva Wed 5 Jul");
        cancelled.ShouldBe(2);
        (await desk.TalksAsync()).Sessions.ShouldHaveSingleItem().State.ShouldBe(SessionState.Planned);
        (await desk.AgendaAsync(MomentKind.NextSession)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task One_that_is_moved_is_moved_alone()
    {
        await using var desk = await WeeklyAsync();

        await desk.SayAsync("session move us-japan-autos S1 \"29 Jun 15:00\"");
        await desk.ClaimAsync(MomentKind.NextSession, Start);

        (await desk.TalksAsync()).Sessions.Select(session => TimeWording.Full(session.StartsAt)).ShouldBe(["Thu 29 Jun 1995 15:00 Geneva", "Wed 5 Jul 1995 11:00 Geneva"]);
    }

    [Fact]
    public async Task A_series_can_be_ended_and_that_undone()
    {
        await using var desk = await WeeklyAsync();

        var reply = await desk.SayAsync("session set us-japan-autos S1 repeat:none");
        var ended = await desk.AgendaAsync(MomentKind.NextSession);
        var undone = await desk.SayAsync("undo");

        reply.ShouldContain("Repeats: every Wednesday, 3 times → none");
        ended.ShouldBeEmpty();
        undone.ShouldContain("S1 reads again: repeats every Wednesday, 3 times");
        (await desk.AgendaAsync(MomentKind.NextSession)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_stands_can_begin_to_repeat_and_the_form_says_what_stands()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("deadline add us-japan-autos \"28 Jun 1995 18:00\" \"the weekly report\"");

        var reply = await desk.RunAsync("deadline set us-japan-autos D1 repeat:\"every weekday\"", "terminal:desk", Role.Chief);

        PostText.Write(reply.Body).ShouldContain("Repeats: none → every weekday");
        PostText.Write(reply.Body).ShouldContain("Repeats every weekday: then Thu 29 Jun, Fri 30 Jun, Mon 3 Jul …");
        reply.Body.Buttons[0].Command.ShouldEndWith(" repeat:\"every weekday\"");
        (await desk.RefusedAsync(reply.Body.Buttons[0].Command)).ShouldBe("D1 already reads like that.");
    }

    [Fact]
    public async Task Deadlines_are_followed_when_they_pass_and_when_they_are_withdrawn()
    {
        await using var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync("deadline add us-japan-autos \"28 Jun 1995 18:00\" \"the weekly report\" consequence:\"a fine\" repeat:weekly");

        await desk.ClaimAsync(MomentKind.NextDeadline, Instant.FromUtc(1995, 6, 28, 16, 0));
        var reply = await desk.SayAsync("deadline withdraw us-japan-autos D2");

        reply.ShouldContain("\nD3 follows: 18:00 Geneva Wed 12 Jul");
        var last = (await desk.TalksAsync()).Deadlines[^1];
        (last.Label, last.Consequence, TimeWording.Full(last.At)).ShouldBe(("the weekly report", "a fine", "Wed 12 Jul 1995 18:00 Geneva"));
    }

    [Fact]
    public async Task What_fell_in_a_long_silence_is_left_out()
    {
        await using var desk = await WeeklyAsync("weekly");

        await desk.ClaimAsync(MomentKind.NextSession, Start + (Week * 5) + Duration.FromHours(1));

        (await desk.TalksAsync()).Sessions.Select(session => TimeWording.Full(session.StartsAt)).ShouldBe(["Wed 28 Jun 1995 11:00 Geneva", "Wed 9 Aug 1995 11:00 Geneva"]);
    }

    [Fact]
    public async Task Talks_that_ended_plan_nothing_and_go_on_when_they_are_reopened()
    {
        await using var desk = await WeeklyAsync();
        await desk.SayAsync("outcome us-japan-autos agreed \"They agree.\"");

        (await desk.AgendaAsync(MomentKind.NextSession)).ShouldBeEmpty();
        desk.Clock.AdvanceTo(Start + Duration.FromDays(1));
        await desk.SayAsync("reopen us-japan-autos");
        await desk.ClaimAsync(MomentKind.NextSession, desk.Now);

        (await desk.TalksAsync()).Sessions.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_first_cannot_be_taken_back_once_another_follows()
    {
        await using var desk = await WeeklyAsync();
        var key = (await desk.RunAsync("session add us-japan-autos \"29 Jun 11am\" repeat:weekly", "terminal:desk", Role.Chief)).Body.Buttons[^1].Command;

        await desk.ClaimAsync(MomentKind.NextSession, Start + Duration.FromDays(1));

        (await desk.RefusedAsync(key)).ShouldContain("follows S2 by its rule already, so that cannot be undone by itself");
    }

    [Fact]
    public async Task A_file_keeps_it_and_a_replay_tells_it_once()
    {
        await using var desk = await WeeklyAsync();
        await desk.ClaimAsync(MomentKind.NextSession, Start);
        await desk.SayAsync("session set us-japan-autos S2 repeat:none");
        var text = TalksFile.Write([await desk.TalksAsync()]);

        var file = TalksFile.Read(text).ShouldBeOfType<TalksFileReading.Understood>(text).File;
        var lines = Story.Of(file).Steps.Select(step => step.Line).Where(line => line.Contains("/talks session", StringComparison.Ordinal)).ToList();

        TalksFile.Write([Negotiation.Restore(file.Talks[0])]).ShouldBe(text);
        lines.Count.ShouldBe(2);
        lines[0].ShouldEndWith(" repeat:\"FREQ=WEEKLY;BYDAY=WE;COUNT=3\"");
        lines[1].ShouldBe("/talks session set talks:\"us-japan-autos\" session:\"S2\" repeat:\"none\"");
    }

    [Fact]
    public async Task Nobody_is_told_that_a_rule_planned_something()
    {
        await using var desk = await WeeklyAsync();
        await desk.SayAsync("follow add us-japan-autos digest:none");

        await desk.ClaimAsync(MomentKind.NextSession, Start);

        (await desk.DeliveriesAsync(DeliveryKind.Session)).ShouldBeEmpty();
        (await desk.SayAsync("since 1h us-japan-autos")).ShouldNotContain("S2");
        (await desk.SayAsync("audit us-japan-autos")).ShouldContain("by the clock: us-japan-autos S2 added: Wed 5 Jul 1995 11:00 Geneva");
    }

    [Theory]
    [InlineData("\"26 Jun 1995 15:00\" repeat:weekly", "Mon 26 Jun 1995 15:00 Geneva has passed, and what repeats begins with what is to come; give the next one, or leave repeat out.")]
    [InlineData("\"28 Jun 11am\" repeat:\"every minute\"", "\"every minute\" counts less than days; once a day is the most that something repeats.")]
    [InlineData("\"28 Jun 11am\" repeat:\"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\"", "No day is ever like that: every year on 30 Feb.")]
    [InlineData("\"28 Jun 11am\" repeat:\"weekly until 1 May 1995\"", "It would be over on Mon 1 May 1995, before the first one, Wed 28 Jun 1995.")]
    public async Task What_cannot_be_is_refused_at_once(string typed, string why)
    {
        await using var desk = await NewsDesk.OpenAsync();

        (await desk.RefusedAsync($"session add us-japan-autos {typed}")).ShouldBe(why);
    }

    [Fact]
    public async Task A_first_one_on_another_day_offers_the_first_that_fits()
    {
        await using var desk = await NewsDesk.OpenAsync();

        var refused = await desk.RunAsync("session add us-japan-autos \"28 Jun 11am\" repeat:\"every Tuesday\"", "terminal:desk", Role.Chief);
        await desk.SayAsync(refused.Body.Buttons.ShouldHaveSingleItem().Command);

        refused.Body.Heading.ShouldBe("Wed 28 Jun 1995 is not one of them: every Tuesday begins Tue 4 Jul 1995.");
        TimeWording.Full((await desk.TalksAsync()).Sessions[0].StartsAt).ShouldBe("Tue 4 Jul 1995 11:00 Geneva");
    }

    [Fact]
    public async Task That_clocks_change_on_a_day_to_come_is_said()
    {
        await using var desk = await NewsDesk.OpenAsync();

        var reply = await desk.SayAsync("session add us-japan-autos \"22 Oct 1995 2:30am\" repeat:weekly");

        reply.ShouldContain("Clocks skip 02:30 on Sun 31 Mar: it is at 03:00.");
    }

    private static async Task<NewsDesk> WeeklyAsync(string rule = "weekly ×3")
    {
        var desk = await NewsDesk.OpenAsync();
        await desk.SayAsync($"session add us-japan-autos \"28 Jun 11am\" until:13:00 who:\"the ministers\" repeat:\"{rule}\"");
        return desk;
    }
}
