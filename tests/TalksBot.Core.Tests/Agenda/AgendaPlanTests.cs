using TalksBot.Core.Agenda;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;

namespace TalksBot.Core.Tests.Agenda;

/// <summary>What the agenda holds of talks.</summary>
public sealed class AgendaPlanTests
{
    private static readonly Instant Noon = PlannedTalks.Noon;
    private static readonly Instant Zero = Noon + Duration.FromDays(3);
    private static readonly Duration Hour = Duration.FromHours(1);
    private static readonly Duration Minute = Duration.FromMinutes(1);

    private readonly PlannedTalks _desk = new();

    [Fact]
    public void A_deadline_has_a_rung_for_each_step_of_any_ladder_and_its_own_moment()
    {
        _desk.Follow("terminal:one", "2h, 1h");
        _desk.Follow("terminal:two", "1h, 30m");
        var deadline = _desk.Deadline(Zero);

        _desk.Planned(MomentKind.Countdown, deadline.Id).ShouldBe([(Zero - (2 * Hour), 2 * Hour), (Zero - Hour, Hour), (Zero - (30 * Minute), 30 * Minute), (Zero, Duration.Zero)]);
    }

    [Fact]
    public void A_rung_is_ahead_until_it_is_due_and_not_at_that_moment()
    {
        _desk.Follow("terminal:one");
        var deadline = _desk.Deadline(Zero);

        _desk.Planned(MomentKind.Countdown, deadline.Id, Zero - Hour - Duration.Epsilon).Count.ShouldBe(2);
        _desk.Planned(MomentKind.Countdown, deadline.Id, Zero - Hour).ShouldBe([(Zero, Duration.Zero)]);
        _desk.Planned(MomentKind.Countdown, deadline.Id, Zero).ShouldBeEmpty();
    }

    [Fact]
    public void Only_channels_that_listen_have_their_rungs_planned()
    {
        var left = _desk.Follow("terminal:one", "5h");
        var deadline = _desk.Deadline(Zero);

        _desk.Talks.RemoveFollow(left, PlannedTalks.Desk(Noon));

        _desk.Planned(MomentKind.Countdown, deadline.Id).ShouldBe([(Zero, Duration.Zero)]);
    }

    [Fact]
    public void A_deadline_that_is_met_has_no_rungs_any_more()
    {
        _desk.Follow("terminal:one");
        var deadline = _desk.Deadline(Zero);

        _desk.Talks.MeetDeadline(deadline, "", PlannedTalks.Desk(Noon));

        _desk.Planned(MomentKind.Countdown, deadline.Id).ShouldBeEmpty();
        _desk.Planned(MomentKind.Preflight, deadline.Id).ShouldBeEmpty();
    }

    [Fact]
    public void The_channels_of_a_deadline_are_checked_just_before_its_last_hour_where_there_are_any()
    {
        var deadline = _desk.Deadline(Zero);
        _desk.Planned(MomentKind.Preflight, deadline.Id).ShouldBeEmpty();

        _desk.Follow("terminal:one");

        _desk.Planned(MomentKind.Preflight, deadline.Id).ShouldBe([(Zero - (61 * Minute), 61 * Minute)]);
        _desk.Planned(MomentKind.Preflight, deadline.Id, Zero - (61 * Minute)).ShouldBeEmpty();
    }

    [Fact]
    public void A_deadline_that_passed_is_asked_about_twice_and_any_other_is_not()
    {
        var deadline = _desk.Deadline(Zero);
        _desk.Planned(MomentKind.Nudge, deadline.Id, Zero).ShouldBeEmpty();

        _desk.Talks.PassDeadline(deadline, Stamp.Clock(Zero));

        _desk.Planned(MomentKind.Nudge, deadline.Id, Zero).ShouldBe([(Zero + (15 * Minute), 15 * Minute), (Zero + Hour, Hour)]);
        _desk.Planned(MomentKind.Nudge, deadline.Id, Zero + (15 * Minute)).ShouldBe([(Zero + Hour, Hour)]);
    }

    [Fact]
    public void A_planned_session_is_announced_twice_and_asked_about_when_nobody_says_that_it_began()
    {
        var session = _desk.Session(Zero);

        _desk.Planned(MomentKind.Session, session.Id).ShouldBe([(Zero - (30 * Minute), 30 * Minute), (Zero, Duration.Zero)]);
        _desk.Planned(MomentKind.Session, session.Id, Zero - (30 * Minute)).ShouldBe([(Zero, Duration.Zero)]);
        var asked = _desk.Planned(MomentKind.Silence, session.Id);
        asked[0].ShouldBe((Zero + (15 * Minute), 15 * Minute));
        asked[^1].Due.ShouldBe(session.AwaitedUntil);
        _desk.Planned(MomentKind.Silence, session.Id, Zero + (15 * Minute)).Select(moment => moment.Due).ShouldBe([session.AwaitedUntil]);
    }

    [Fact]
    public void A_session_under_way_is_announced_no_more_and_asked_about_once_and_one_that_is_over_never()
    {
        var session = _desk.Session(Zero);
        var during = Zero + Minute;

        _desk.Talks.StartSession(session, PlannedTalks.At(Zero - (2 * Hour)), PlannedTalks.Desk(during)).ShouldBeNull();
        _desk.Planned(MomentKind.Session, session.Id).ShouldBeEmpty();
        _desk.Planned(MomentKind.Silence, session.Id).Select(moment => moment.Due).ShouldBe([session.AwaitedUntil]);

        _desk.Talks.EndSession(session, PlannedTalks.At(Zero), PlannedTalks.Desk(during)).ShouldBeNull();
        _desk.Planned(MomentKind.Silence, session.Id).ShouldBeEmpty();
    }

    [Fact]
    public void A_channel_with_a_digest_has_its_next_one_and_only_as_long_as_it_listens()
    {
        var follow = _desk.Follow("terminal:one", digest: new LocalTime(8, 0));
        _desk.Follow("terminal:two");
        var next = Instant.FromUtc(1995, 6, 21, 8, 0);

        _desk.Planned(MomentKind.Digest, follow.Id).ShouldBe([(next, Duration.Zero)]);
        _desk.Planned(MomentKind.Digest, follow.Id, next).ShouldBe([(next + Duration.FromDays(1), Duration.Zero)]);
        AgendaPlan.Ahead(_desk.Talks, Noon).Count(moment => moment.Kind is MomentKind.Digest).ShouldBe(1);

        _desk.Talks.RemoveFollow(follow, PlannedTalks.Desk(Noon));
        _desk.Planned(MomentKind.Digest, follow.Id).ShouldBeEmpty();
    }

    [Fact]
    public void An_embargo_has_its_end_and_three_reminders()
    {
        var update = _desk.Update(embargo: Zero);

        _desk.Planned(MomentKind.Lift, update.Id).Select(moment => moment.Due).ShouldBe([Zero - Hour, Zero - (15 * Minute), Zero - (5 * Minute), Zero]);
        _desk.Planned(MomentKind.Lift, update.Id).Select(moment => moment.Rung).ShouldBe([Hour, 15 * Minute, 5 * Minute, Duration.Zero]);
        _desk.Planned(MomentKind.Lift, update.Id, Zero - (5 * Minute)).ShouldBe([(Zero, Duration.Zero)]);
        _desk.Planned(MomentKind.Lift, _desk.Update().Id).ShouldBeEmpty();
    }

    [Fact]
    public void A_killed_update_has_no_embargo_to_end()
    {
        var update = _desk.Update(embargo: Zero);

        _desk.Talks.KillUpdate(update, "wrong", PlannedTalks.Desk(Noon)).ShouldBeNull();

        _desk.Planned(MomentKind.Lift, update.Id).ShouldBeEmpty();
    }

    [Fact]
    public void Talks_that_are_closed_plan_nothing_but_the_end_of_a_wait_for_a_second_editor()
    {
        _desk.Follow("terminal:one", digest: new LocalTime(8, 0));
        _desk.Deadline(Zero);
        _desk.Session(Zero);
        _desk.Update(embargo: Zero);
        var flash = _desk.Update(priority: WirePriority.Flash);

        _desk.Talks.Close(PlannedTalks.Desk(Noon));

        AgendaPlan.Ahead(_desk.Talks, Noon).ShouldBe([new PlannedMoment(MomentKind.Approval, flash.Id, flash.Approval!.Until, Duration.Zero)]);
        AgendaPlan.CountdownsAhead(_desk.Talks, Noon).ShouldBeEmpty();
    }

    [Fact]
    public void A_flash_expires_unless_somebody_approves_it()
    {
        var flash = _desk.Update(priority: WirePriority.Flash);

        _desk.Planned(MomentKind.Approval, flash.Id).ShouldBe([(Noon + Approval.Wait, Duration.Zero)]);
        _desk.Planned(MomentKind.Approval, flash.Id, Noon + Approval.Wait).ShouldBeEmpty();

        _desk.Talks.ApproveFlash(flash, new Stamp(Noon, "Ben", "terminal:desk") { Person = "ben" }).ShouldBeNull();
        _desk.Planned(MomentKind.Approval, flash.Id).ShouldBeEmpty();
    }

    [Fact]
    public void Each_rung_that_will_not_come_any_more_is_named_once()
    {
        _desk.Follow("terminal:one", "2h, 1h");
        var met = _desk.Deadline(Zero);
        _desk.Deadline(Zero + Hour);
        var before = AgendaPlan.CountdownsAhead(_desk.Talks, Noon);

        AgendaPlan.RungsLost(before, _desk.Talks, Noon).ShouldBeEmpty();
        _desk.Talks.MeetDeadline(met, "", PlannedTalks.Desk(Noon));
        AgendaPlan.RungsLost(before, _desk.Talks, Noon).ShouldBe([2 * Hour, Hour, Duration.Zero]);
        _desk.Talks.Close(PlannedTalks.Desk(Noon));
        AgendaPlan.RungsLost(before, _desk.Talks, Noon).ShouldBe([2 * Hour, Hour, Duration.Zero]);
    }
}
