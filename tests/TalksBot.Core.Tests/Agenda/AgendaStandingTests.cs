using TalksBot.Core.Agenda;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Reminders;
using TalksBot.Core.Times;

namespace TalksBot.Core.Tests.Agenda;

/// <summary>What is planned already keeps its cause, or loses it.</summary>
public sealed class AgendaStandingTests
{
    private static readonly Instant Noon = PlannedTalks.Noon;
    private static readonly Instant Zero = Noon + Duration.FromDays(3);
    private static readonly Duration Hour = Duration.FromHours(1);

    private readonly PlannedTalks _desk = new();

    [Fact]
    public void A_rung_stands_even_when_it_is_overdue_and_falls_with_its_deadline()
    {
        _desk.Follow("terminal:one");
        var deadline = _desk.Deadline(Zero);
        var rung = Moment(MomentKind.Countdown, deadline.Id, Zero - Hour, Hour);
        Stands(rung).ShouldBeTrue();

        _desk.Talks.MoveDeadline(deadline, PlannedTalks.At(Zero + Hour), PlannedTalks.Desk(Noon));

        Stands(rung).ShouldBeFalse();
        Stands(Moment(MomentKind.Countdown, deadline.Id, Zero, Hour)).ShouldBeTrue();
    }

    [Fact]
    public void What_was_planned_by_a_post_stands_and_of_closed_talks_only_the_end_of_quiet_hours()
    {
        MomentKind[] kinds = [MomentKind.QuietEnd, MomentKind.Escalation, MomentKind.Snooze];
        kinds.Select(kind => Stands(Moment(kind, 7, Zero, Hour))).ShouldBe([true, true, true]);

        _desk.Talks.Close(PlannedTalks.Desk(Noon));

        kinds.Select(kind => Stands(Moment(kind, 7, Zero, Hour))).ShouldBe([true, false, false]);
    }

    [Fact]
    public void A_digest_stands_at_the_hour_of_its_channel_on_any_day_and_at_no_other()
    {
        var follow = _desk.Follow("terminal:one", digest: new LocalTime(8, 0));
        var other = _desk.Follow("terminal:two");
        var eight = Instant.FromUtc(1995, 6, 19, 8, 0);

        Stands(Moment(MomentKind.Digest, follow.Id, eight, Duration.Zero)).ShouldBeTrue();
        Stands(Moment(MomentKind.Digest, follow.Id, eight + Hour, Duration.Zero)).ShouldBeFalse();
        Stands(Moment(MomentKind.Digest, other.Id, eight, Duration.Zero)).ShouldBeFalse();

        _desk.Talks.Close(PlannedTalks.Desk(Noon));
        Stands(Moment(MomentKind.Digest, follow.Id, eight, Duration.Zero)).ShouldBeFalse();
    }

    [Fact]
    public void A_waiting_alert_of_a_deadline_stands_as_long_as_the_deadline_stands_there()
    {
        var deadline = _desk.Deadline(Zero);
        _desk.Deadline(Zero + (9 * Hour));
        var (countdown, passed) = (Alert(DeliveryKind.Countdown, "D1", Zero - Hour, Hour), Alert(DeliveryKind.DeadlinePassed, "D1", Zero, Duration.Zero));
        Waits(countdown, passed, Alert(DeliveryKind.Countdown, "D3", Zero - Hour, Hour), Alert(DeliveryKind.DeadlinePassed, "D3", Zero, Duration.Zero)).ShouldBe([true, true, false, false]);

        _desk.Talks.PassDeadline(deadline, Stamp.Clock(Zero));
        Waits(countdown, passed).ShouldBe([true, true]);

        _desk.Talks.MoveDeadline(deadline, PlannedTalks.At(Zero + Hour), PlannedTalks.Desk(Zero));
        Waits(countdown, passed).ShouldBe([false, false]);

        _desk.Talks.MoveDeadline(deadline, PlannedTalks.At(Zero), PlannedTalks.Desk(Noon));
        _desk.Talks.MeetDeadline(deadline, "", PlannedTalks.Desk(Noon));
        Waits(countdown, passed).ShouldBe([false, false]);
    }

    [Fact]
    public void A_waiting_alert_of_a_session_stands_as_long_as_the_session_is_planned_there()
    {
        var session = _desk.Session(Zero);
        _desk.Session(Zero + (9 * Hour));
        var alert = Alert(DeliveryKind.Session, "S1", Zero - Hour, Hour);
        Waits(alert, Alert(DeliveryKind.Session, "S3", Zero - Hour, Hour), Alert(DeliveryKind.Session, "S1", Zero, Hour)).ShouldBe([true, false, false]);

        _desk.Talks.CancelSession(session, "", PlannedTalks.Desk(Noon));

        Waits(alert).ShouldBe([false]);
    }

    [Fact]
    public void News_that_waits_is_never_withdrawn_for_what_the_agenda_says_and_of_closed_talks_no_alert_stands()
    {
        _desk.Deadline(Zero);
        var (news, countdown, reminder) = (Alert(DeliveryKind.Update, "#9", Zero, rung: null), Alert(DeliveryKind.Countdown, "D1", Zero - Hour, Hour), Alert(DeliveryKind.Reminder, "D1", Zero - Hour, Hour));
        Waits(news, countdown, reminder, Alert(DeliveryKind.Reminder, "D1", Zero, Hour)).ShouldBe([true, true, true, false]);

        _desk.Talks.Close(PlannedTalks.Desk(Noon));

        Waits(news, countdown, reminder).ShouldBe([true, false, false]);
    }

    [Fact]
    public void Reminders_are_planned_before_what_they_are_about_and_not_for_what_is_over_or_was_told()
    {
        _desk.Deadline(Zero);
        var reminder = _desk.Row(new Reminder("anna", _desk.Follow("terminal:one").Channel, 1, new ReminderWish("D1", Hour, new WallClock("", DateTimeZone.Utc)), Noon));
        var unknown = _desk.Row(new Reminder("anna", reminder.Channel, 1, new ReminderWish("D7", Hour, reminder.Clock), Noon));

        AgendaPlan.Reminders(_desk.Talks, [reminder, unknown], Noon).ShouldBe([new PlannedMoment(MomentKind.Reminder, reminder.Id, Zero - Hour, Hour)]);
        AgendaPlan.Reminders(_desk.Talks, [reminder], Zero - Duration.Epsilon).Count().ShouldBe(1);
        AgendaPlan.Reminders(_desk.Talks, [reminder], Zero).ShouldBeEmpty();

        reminder.Told(Zero);
        AgendaPlan.Reminders(_desk.Talks, [reminder], Noon).ShouldBeEmpty();
    }

    [Fact]
    public void The_agenda_depends_on_what_people_change_of_times_and_channels_and_on_nothing_else()
    {
        Depends().ShouldBeTrue("opened");
        var follow = _desk.Follow("terminal:one");
        Depends().ShouldBeTrue("a channel follows");
        var deadline = _desk.Deadline(Zero);
        Depends().ShouldBeTrue("a deadline was added");
        _desk.Talks.SetDeadline(deadline, new DeadlineWords("tariffs on cars", "", "", ""), PlannedTalks.Desk(Noon)).ShouldBeNull();
        Depends().ShouldBeFalse("a deadline reads otherwise");
        _desk.Talks.CoverDeadline(deadline, new Coverage("Ben"), PlannedTalks.Desk(Noon)).ShouldBeNull();
        Depends().ShouldBeFalse("somebody covers a deadline");
        _desk.Talks.Acknowledge("D1", PlannedTalks.Desk(Noon));
        Depends().ShouldBeFalse("somebody has seen an alert");
        var point = _desk.Talks.AddPoint("parts", PlannedTalks.Desk(Noon)).Point!;
        Depends().ShouldBeFalse("a sticking point was added");
        _desk.Talks.WordPoint(point, "", "numbers", PlannedTalks.Desk(Noon));
        Depends().ShouldBeFalse("a sticking point was worded");
        _desk.Talks.SetFollow(follow, follow.Settings with { DigestAt = new LocalTime(9, 0) }, PlannedTalks.Desk(Noon));
        Depends().ShouldBeTrue("a channel hears otherwise");
        _desk.Talks.Suspend(PlannedTalks.Desk(Noon));
        Depends().ShouldBeFalse("the talks were suspended");
        _desk.Talks.Resume(PlannedTalks.Desk(Noon));
        Depends().ShouldBeFalse("the talks go on");
        _desk.Talks.PassDeadline(deadline, Stamp.Clock(Zero));
        Depends().ShouldBeFalse("a deadline passed");
        _desk.Talks.Close(PlannedTalks.Desk(Zero));
        Depends().ShouldBeTrue("the talks were closed");
    }

    [Fact]
    public void The_agenda_depends_on_updates_that_wait_and_not_on_those_that_are_told_at_once()
    {
        _desk.Update();
        Depends().ShouldBeFalse("told at once");
        var embargoed = _desk.Update(embargo: Zero);
        Depends().ShouldBeTrue("under embargo");
        _desk.Update(priority: WirePriority.Flash);
        Depends().ShouldBeTrue("awaits approval");
        _desk.Talks.LiftEmbargo(embargoed, Stamp.Clock(Zero)).ShouldBeTrue();
        Depends().ShouldBeFalse("lifted by the clock");
        _desk.Talks.CorrectUpdate(embargoed, "better words", embargoed.Attribution, PlannedTalks.Desk(Zero)).ShouldBeNull();
        Depends().ShouldBeFalse("put right");
        _desk.Talks.KillUpdate(embargoed, "wrong", PlannedTalks.Desk(Zero)).ShouldBeNull();
        Depends().ShouldBeFalse("killed after everybody could see it");
        _desk.Talks.KillUpdate(_desk.Update(embargo: Zero + Hour), "wrong", PlannedTalks.Desk(Zero)).ShouldBeNull();
        Depends().ShouldBeTrue("killed under embargo");
    }

    private bool Depends() => AgendaPlan.DependsOn(_desk.Last, _desk.Talks);

    private bool Stands(DueMoment moment) => AgendaPlan.Standing(_desk.Talks, [moment]).Count == 1;

    private IEnumerable<bool> Waits(params Delivery[] alerts) => alerts.Select(alert => AgendaPlan.Stands(_desk.Talks, alert));

    private static DueMoment Moment(MomentKind kind, int subject, Instant due, Duration rung) => new(kind, 1, subject, due, rung);

    private Delivery Alert(DeliveryKind kind, string subject, Instant due, Duration? rung)
    {
        var channel = (_desk.Talks.Follows is [var known, ..] ? known : _desk.Follow("terminal:one")).Channel;
        var cause = new DeliveryCause(kind, "autos", "AUTOS", subject, rung);
        return new Delivery(new OutgoingPost(DeliveryKey.Of(channel, cause, due), channel, cause, WirePriority.Regular, due, new Post("alert", Severity.Calm, [])), followId: null);
    }
}
