using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Storage;

namespace TalksBot.Features.Outbox;

/// <summary>Writes down what became of deliveries, and what follows from it for the channel.</summary>
internal sealed class Receipts(TalksDb db, Alarms alarms)
{
    /// <summary>Writes the receipts of these attempts.</summary>
    public async Task WriteAsync(IReadOnlyList<Attempted> attempted, Instant now, CancellationToken token)
    {
        var ids = attempted.Select(attempt => attempt.Id).ToList();
        var rows = await db.Deliveries.Where(delivery => ids.Contains(delivery.Id)).ToDictionaryAsync(delivery => delivery.Id, token);
        foreach (var attempt in attempted)
        {
            await WriteAsync(rows[attempt.Id], attempt, now, token);
        }
    }

    private async Task WriteAsync(Delivery delivery, Attempted attempt, Instant now, CancellationToken token)
    {
        switch (attempt.Decision)
        {
            case null:
                delivery.Release();
                break;
            case RetryDecision.Done done:
                delivery.RecordSent(done.MessageId, attempt.Shown, attempt.At);
                await PassOnAsync(delivery, token);
                break;
            case RetryDecision.DonePerhapsTwice done:
                delivery.RecordSentPerhapsTwice(done.MessageId, attempt.Shown, attempt.At, done.Why);
                alarms.PerhapsTwice(delivery, done, now);
                break;
            case RetryDecision.Leave:
                delivery.Drop(DeliveryState.Failed, attempt.Outcome);
                break;
            case RetryDecision.Again:
                delivery.RecordRetry(attempt.ReopensAt!.Value, inDoubt: false, attempt.Outcome);
                break;
            case RetryDecision.Reconcile reconcile:
                TellIfStuck(delivery, reconcile, attempt, now);
                delivery.RecordRetry(attempt.ReopensAt!.Value, inDoubt: true, attempt.Outcome);
                break;
            case RetryDecision.Hold hold:
                delivery.RecordRetry(attempt.ConnectionBackAt!.Value, inDoubt: false, attempt.Outcome);
                alarms.ConnectionHeld(delivery, hold, now);
                break;
            case RetryDecision.GiveUp giveUp:
                delivery.Drop(DeliveryState.Failed, attempt.Outcome);
                await MuteAsync(delivery, giveUp, now, token);
                alarms.GivenUp(delivery, giveUp, now);
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>A message that was edited says from now on what the edit said.</summary>
    private async Task PassOnAsync(Delivery edit, CancellationToken token)
    {
        if (edit.Act is DeliveryAct.Edit)
        {
            var message = await db.Deliveries.SingleAsync(delivery => delivery.Id == edit.TargetId, token);
            message.NowSays(edit.Post);
        }
    }

    /// <summary>Told when it is found out, not at every look after that.</summary>
    private void TellIfStuck(Delivery delivery, RetryDecision.Reconcile reconcile, Attempted attempt, Instant now)
    {
        if (reconcile is { Why: { } why, Mend: { } mend } && delivery.LastOutcome != attempt.Outcome)
        {
            alarms.Stuck(delivery, why, mend, now);
        }
    }

    private async Task MuteAsync(Delivery delivery, RetryDecision.GiveUp giveUp, Instant now, CancellationToken token)
    {
        if (!giveUp.MuteFollow || delivery.FollowId is not { } followId)
        {
            return;
        }

        var talks = await db.Negotiations.Include(negotiation => negotiation.Follows)
            .SingleAsync(negotiation => negotiation.Follows.Any(follow => follow.Id == followId), token);
        var follow = talks.Follows.Single(known => known.Id == followId);
        if (follow.IsListening)
        {
            talks.MuteFollow(follow, giveUp.Why, Stamp.Clock(now));
        }

        var waiting = await db.Deliveries
            .Where(other => other.FollowId == followId && (other.State == DeliveryState.Pending || other.State == DeliveryState.Held))
            .ToListAsync(token);
        waiting.ForEach(other => other.Drop(DeliveryState.Failed, $"the channel is muted: {giveUp.Why}"));
    }
}
