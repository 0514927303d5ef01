using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Storage;

namespace TalksBot.Features.Outbox;

/// <summary>Writes down what became of deliveries, and what follows from it for the channel.</summary>
internal sealed class Receipts(TalksDb db, Alarms alarms, FollowingChanges following, Threads threads)
{
    /// <summary>Writes the receipts of these attempts.</summary>
    /// <param name="attempted">What became of deliveries.</param>
    /// <param name="pauses">The connection's pauses, which the answers begin and end.</param>
    public async Task WriteAsync(IReadOnlyList<Attempted> attempted, ConnectionPauses pauses, Instant now, CancellationToken token)
    {
        if (attempted.Count == 0)
        {
            return;
        }

        var ids = attempted.Select(attempt => attempt.Id).ToList();
        var rows = await db.Deliveries.Where(delivery => ids.Contains(delivery.Id)).ToDictionaryAsync(delivery => delivery.Id, token);
        foreach (var attempt in attempted)
        {
            await WriteAsync(rows[attempt.Id], attempt, now, token);
            Pause(rows[attempt.Id], attempt, pauses);
            await threads.ConsiderAsync(rows[attempt.Id], now, token);
        }

        await following.AddAsync([.. attempted.Select(attempt => (rows[attempt.Id], attempt))], now, token);
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
                break;
            case RetryDecision.DoneAgain done:
                delivery.RecordSentAgain(done.MessageId, attempt.Shown, attempt.At);
                break;
            case RetryDecision.DonePerhapsTwice done:
                delivery.RecordSentPerhapsTwice(done.MessageId, attempt.Shown, attempt.At, done.Why);
                alarms.PerhapsTwice(delivery, done, now);
                break;
            case RetryDecision.Leave leave:
                delivery.RecordLeft(leave.Why);
                break;
            case RetryDecision.Withdraw:
                delivery.Drop(DeliveryState.Cancelled, "taken back before it arrived");
                break;
            case RetryDecision.Gone:
                delivery.RecordGone(attempt.Outcome);
                break;
            case RetryDecision.Again again:
                delivery.RecordRetry(HoldsItselfAlone(delivery, again) ? attempt.At + again.After : delivery.NotBefore, attempt.Outcome);
                break;
            case RetryDecision.Reconcile reconcile:
                Doubt(delivery, attempt, reconcile, now);
                break;
            case RetryDecision.Hold:
                delivery.RecordRetry(inDoubt: false, attempt.Outcome);
                break;
            case RetryDecision.GiveUp giveUp:
                await GiveUpAsync(delivery, attempt, giveUp, now, token);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void Doubt(Delivery delivery, Attempted attempt, RetryDecision.Reconcile reconcile, Instant now)
    {
        delivery.RecordRetry(inDoubt: true, attempt.Outcome);
        TellIfStuck(delivery, reconcile, now);
    }

    private async Task GiveUpAsync(Delivery delivery, Attempted attempt, RetryDecision.GiveUp giveUp, Instant now, CancellationToken token)
    {
        if (await threads.LostAsync(delivery, giveUp, now, token))
        {
            return;
        }

        delivery.Drop(DeliveryState.Failed, attempt.Outcome);
        await MuteAsync(delivery, giveUp, now, token);
        alarms.GivenUp(delivery, giveUp, now);
    }

    /// <summary>
    /// What an answer says of the channel: a limit holds its lane, dead credentials the connection, and a platform that does not
    /// answer a post holds the channel's posts and raises the question whether it is there. A change that failed holds nothing but itself.
    /// </summary>
    private static void Pause(Delivery delivery, Attempted attempt, ConnectionPauses pauses)
    {
        var lane = new LaneKey(delivery.Channel, delivery.Lane);
        switch (attempt.Decision)
        {
            case null:
                break;
            case RetryDecision.Again alone when HoldsItselfAlone(delivery, alone):
                pauses.Doubt(attempt);
                break;
            case RetryDecision.Again { Reason: PauseReason.Unreachable } again when again.After > Duration.Zero:
                pauses.Silent(delivery.Channel, attempt, again.After);
                break;
            case RetryDecision.Again again when again.After > Duration.Zero:
                pauses.Hold(lane, attempt, again.Reason, again.After);
                break;
            case RetryDecision.Again:
                // It was looked for and is not there: that says nothing of whether a post gets through.
                break;
            case RetryDecision.Reconcile { Mend: null } reconcile:
                pauses.Silent(delivery.Channel, attempt, reconcile.After);
                break;
            case RetryDecision.Reconcile reconcile:
                pauses.Hold(lane, attempt, PauseReason.InDoubt, reconcile.After);
                break;
            case RetryDecision.Hold hold:
                pauses.Refused(hold.Why, attempt.At);
                break;
            default:
                pauses.Answered(lane, attempt.At);
                break;
        }
    }

    private static bool HoldsItselfAlone(Delivery delivery, RetryDecision.Again again) =>
        delivery.Lane is SendingLane.Changes && again.Reason is PauseReason.Unreachable;

    /// <summary>Told when it is found out, not at every look after that.</summary>
    private void TellIfStuck(Delivery delivery, RetryDecision.Reconcile reconcile, Instant now)
    {
        if (reconcile is { Why: { } why, Mend: { } mend } && delivery.ToldAt is null)
        {
            delivery.RecordTold(now);
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

/// <summary>A platform's answer in words, for receipts and alarms.</summary>
internal static class OutcomeWords
{
    /// <summary>As in "sent" or "unreachable: connection refused".</summary>
    public static string Of(PostOutcome outcome) => outcome switch
    {
        PostOutcome.Sent => "sent",
        PostOutcome.RateLimited => "asked to wait",
        PostOutcome.Unreachable it => $"unreachable: {it.Why}",
        PostOutcome.Ambiguous it => $"answer lost: {it.Why}",
        PostOutcome.ChannelGone it => $"channel gone: {it.Why}",
        PostOutcome.MessageGone it => $"message gone: {it.Why}",
        PostOutcome.NotAllowed it => $"not allowed: {it.Why}",
        PostOutcome.Rejected it => $"rejected: {it.Why}",
        PostOutcome.CredentialsDead it => $"credentials not accepted: {it.Why}",
        _ => throw new UnreachableException(),
    };
}
