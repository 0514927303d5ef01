using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Sessions;
using TalksBot.Core.Text;
using TalksBot.Core.Times;

namespace TalksBot.Core.Reminders;

/// <summary>What somebody is told alone, and about what they are told. Pure.</summary>
public static class ReminderWording
{
    /// <summary>The reminder itself, on the person's own clock first.</summary>
    /// <param name="talks">The talks with their deadlines and sessions.</param>
    /// <param name="reminder">The reminder, whose subject still stands.</param>
    public static Post Write(Negotiation talks, Reminder reminder)
    {
        var at = ReminderPlan.Falls(talks, reminder.Subject)!.Value;
        var label = Label(reminder);
        var due = at - reminder.Before;
        return new Post(TalksHeading.Beside(label, talks, Matter(talks, reminder.Subject)), Severity.Nearing,
            [
                new PostPiece.Moment(at, TimeWording.ClockLine(at, [reminder.Clock, .. talks.Clocks], due)),
                .. Consequence(talks, reminder.Subject),
            ])
        {
            Label = label,
            DueOnClock = TimeWording.ClockTimeShort(due, reminder.Clock),
        };
    }

    /// <summary>The first message, which shows whether they can be written to; true whatever becomes of the rest.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="wish">What they asked for.</param>
    /// <param name="now">When they did.</param>
    public static Post Asked(Negotiation talks, ReminderWish wish, Instant now)
    {
        const string Label = "You asked for a reminder";
        var at = ReminderPlan.Falls(talks, wish.Subject)!.Value;
        return new Post(TalksHeading.Beside(Label, talks, Matter(talks, wish.Subject)), Severity.Calm,
            [
                new PostPiece.Moment(at, $"{wish.Subject} falls {TimeWording.ClockTime(at, wish.Clock, firstDate: null, now)}"),
                new PostPiece.Line($"It comes here {Ahead(wish.Before)}, and follows {wish.Subject} when that is moved. Not wanted any more: /talks remind {wish.Subject} off"),
            ])
        {
            Label = Label,
        };
    }

    /// <summary>The answer to somebody who asked.</summary>
    public static Post Set(Negotiation talks, Reminder reminder, Instant now)
    {
        var at = ReminderPlan.Falls(talks, reminder.Subject)!.Value;
        return new Post($"You are reminded of {reminder.Subject} {Ahead(reminder.Before)} · {TalksHeading.Of(talks, Matter(talks, reminder.Subject))}", Severity.Calm,
            [new PostPiece.Moment(at - reminder.Before, $"by direct message {TimeWording.ClockTime(at - reminder.Before, reminder.Clock, firstDate: null, now)}, {TimeWording.Relative(at - reminder.Before, now)}")]);
    }

    /// <summary>Somebody's reminders that are still to come, the soonest first.</summary>
    /// <param name="page">Those of the page, each with its talks.</param>
    /// <param name="now">The moment of writing.</param>
    public static Post List(Page<(Negotiation Talks, Reminder Reminder)> page, Instant now) => page.Total == 0
        ? new Post("You have no reminders", Severity.Calm, [new PostPiece.Line("Ask for one: /talks remind D1 2h")])
        : new Post($"You have {Typography.Count(page.Total, "reminder")}", Severity.Calm, [.. page.Items.Select(item => Line(item.Talks, item.Reminder, now))]);

    /// <summary>As in <c>2 h before</c>, or <c>when it falls</c>.</summary>
    public static string Ahead(Duration before) => before == Duration.Zero ? "when it falls" : $"{RungWording.Length(before)} before";

    private static PostPiece.Moment Line(Negotiation talks, Reminder reminder, Instant now)
    {
        var due = ReminderPlan.Due(talks, reminder)!.Value;
        return new(due, $"{reminder.Subject} {Ahead(reminder.Before)}, {TimeWording.ClockTime(due, reminder.Clock, firstDate: null, now)} · {TalksHeading.Of(talks, Matter(talks, reminder.Subject))}");
    }

    private static string Label(Reminder reminder) => (reminder.Subject[0], reminder.Before == Duration.Zero) switch
    {
        ('S', true) => "Starts now",
        ('S', false) => $"Starts in {RungWording.Length(reminder.Before)}",
        (_, true) => "Falls now",
        _ => $"{Typography.Capital(RungWording.Length(reminder.Before))} to go",
    };

    private static string Matter(Negotiation talks, string subject) =>
        talks.Deadlines.FirstOrDefault(known => known.Name == subject)?.Label
        ?? (talks.Sessions.FirstOrDefault(known => known.Name == subject) is { } session ? SessionWording.Matter(session) : subject);

    private static IEnumerable<PostPiece> Consequence(Negotiation talks, string subject) =>
        talks.Deadlines.FirstOrDefault(known => known.Name == subject) is { Consequence.Length: > 0 } deadline
            ? [PostPiece.Field.Brief("If it passes", deadline.Consequence, PhoneLines.Width * 2)]
            : [];
}
