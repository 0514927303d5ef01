using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Agenda;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Features.Agenda;
using TalksBot.Features.Outbox;
using TalksBot.Features.Transactions;
using TalksBot.Storage;

namespace TalksBot.Features.Alerts;

/// <summary>Mentions whom a channel escalates to when nobody there has acknowledged a close alert: once for each moment a deadline stands at.</summary>
internal sealed class EscalationHandler(TalksDb db, DeliveryQueue queue, AlertWatch watch, Acknowledgements acknowledgements, RestoredCopy restored) : IDueMomentHandler
{
    /// <inheritdoc/>
    public MomentKind Kind => MomentKind.Escalation;

    /// <inheritdoc/>
    public async Task HandleAsync(IReadOnlyList<DueMoment> due, Instant now, CancellationToken token)
    {
        var ids = due.Select(moment => moment.NegotiationId).Distinct().ToList();
        var talks = await db.Negotiations
            .Where(negotiation => ids.Contains(negotiation.Id) && negotiation.Status != TalksStatus.Closed)
            .Include(negotiation => negotiation.Deadlines)
            .Include(negotiation => negotiation.Follows)
            .AsSplitQuery()
            .ToListAsync(token);
        var words = await acknowledgements.OfAsync(talks, token);
        foreach (var owner in talks)
        {
            foreach (var deadline in owner.Deadlines.Where(known => known.WantsOutcome && due.Any(moment => moment.SubjectId == known.Id)))
            {
                await LookAsync(owner, deadline, words[deadline].Select(word => word.Where).ToHashSet(), now, token);
            }
        }
    }

    private async Task LookAsync(Negotiation talks, Deadline deadline, HashSet<string> answered, Instant now, CancellationToken token)
    {
        var silent = talks.Listening.Where(follow => follow.Settings.Escalate is not null && !answered.Contains(follow.Channel.ToString())).ToList();
        if (silent.Count == 0)
        {
            return;
        }

        var alerts = await AlertsAsync(talks, deadline, token);
        var waiting = silent.Where(follow => !Escalate(talks, deadline, follow, alerts[follow.Id], now)).SelectMany(follow => alerts[follow.Id]).ToList();
        if (waiting.MinBy(alert => alert.SentAt ?? now) is { } first)
        {
            // Who was told late has as long as the others.
            watch.PlanEscalation(talks, deadline, first.Rung!.Value, first.SentAt ?? now);
        }
    }

    /// <returns>False when the channel was told too lately, or not at all.</returns>
    private bool Escalate(Negotiation talks, Deadline deadline, Follow follow, IEnumerable<Delivery> alerts, Instant now)
    {
        if (alerts.Where(alert => IsRipe(alert, now)).MaxBy(alert => alert.DueAt) is not { } ripe)
        {
            return false;
        }

        // What a database before this one asked of an alert, it asked ten minutes after it at the earliest.
        var dueAt = restored.MayHaveTold(ripe.DueAt) ? Instant.Min(now, ripe.DueAt + CountdownPlan.AcknowledgeWithin) : now;
        var post = AcknowledgeWording.Escalation(talks, deadline, ripe.Rung!.Value, now);
        queue.Tell(talks, follow, new News(DeliveryKind.Escalation, deadline.Name, WirePriority.Bulletin, dueAt, post)
        {
            Mention = follow.Settings.Escalate,
            KeyedAt = deadline.At.ToInstant(),
        });
        return true;
    }

    private static bool IsRipe(Delivery alert, Instant now) => alert.SentAt is { } seen && seen + CountdownPlan.AcknowledgeWithin <= now;

    /// <summary>The alerts that asked for a word on the deadline as it stands; what a newer one spoke for asks no more.</summary>
    private async Task<ILookup<int, Delivery>> AlertsAsync(Negotiation talks, Deadline deadline, CancellationToken token)
    {
        var subject = deadline.Name;
        var alerts = await db.Deliveries
            .Where(delivery => delivery.Talks == talks.Slug && delivery.Subject == subject && delivery.Rung != null && delivery.FollowId != null
                && (delivery.Kind == DeliveryKind.Countdown || delivery.Kind == DeliveryKind.DeadlinePassed) && delivery.Act == DeliveryAct.Post
                && (delivery.State == DeliveryState.Sent || delivery.State == DeliveryState.Sending || delivery.State == DeliveryState.Pending))
            .ToListAsync(token);
        return alerts
            .Where(alert => alert.Rung <= CountdownPlan.AsksFrom && alert.DueAt + alert.Rung == deadline.At.ToInstant())
            .ToLookup(alert => alert.FollowId!.Value);
    }
}
