using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Agenda;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Reminders;
using TalksBot.Features.Agenda;
using TalksBot.Features.Outbox;
using TalksBot.Storage;

namespace TalksBot.Features.Reminders;

/// <summary>Writes to people who asked to be reminded, each alone.</summary>
internal sealed class ReminderHandler(TalksDb db, DeliveryQueue queue) : IDueMomentHandler
{
    /// <inheritdoc/>
    public MomentKind Kind => MomentKind.Reminder;

    /// <inheritdoc/>
    public async Task HandleAsync(IReadOnlyList<DueMoment> due, Instant now, CancellationToken token)
    {
        var (ids, owners) = (due.Select(moment => moment.SubjectId).ToHashSet(), due.Select(moment => moment.NegotiationId).ToHashSet());
        var reminders = await db.Reminders.Where(known => ids.Contains(known.Id)).ToDictionaryAsync(known => known.Id, token);
        var talks = await db.Negotiations.Where(known => owners.Contains(known.Id))
            .Include(known => known.Deadlines).Include(known => known.Sessions).AsSplitQuery().ToDictionaryAsync(known => known.Id, token);
        await ForgetAsync(now, token);
        foreach (var moment in due)
        {
            if (reminders.TryGetValue(moment.SubjectId, out var reminder) && ReminderPlan.Due(talks[moment.NegotiationId], reminder) == moment.Due)
            {
                var post = ReminderWording.Write(talks[moment.NegotiationId], reminder);
                queue.Tell(talks[moment.NegotiationId], reminder.Channel, new News(DeliveryKind.Reminder, reminder.Subject, WirePriority.Urgent, moment.Due, post) { Rung = moment.Rung });
                reminder.Told(moment.Due + moment.Rung);
            }
        }
    }

    /// <summary>What was told is kept for a while, as its deadline may still be moved; nothing of it grows with the years.</summary>
    private async Task ForgetAsync(Instant now, CancellationToken token)
    {
        var old = now - ReminderPlan.KeptFor;
        await db.Reminders
            .Where(told => told.ToldOf != null && told.ToldOf < old && !db.Moments.Any(moment => moment.Kind == MomentKind.Reminder && moment.SubjectId == told.Id && moment.State == MomentState.Open))
            .ExecuteDeleteAsync(token);
    }
}
