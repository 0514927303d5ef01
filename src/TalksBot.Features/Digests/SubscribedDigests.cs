using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Digests;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Features.Outbox;
using TalksBot.Features.Transactions;
using TalksBot.Storage;

namespace TalksBot.Features.Digests;

/// <summary>Queues the digests of those outside chat, once each: what was queued is remembered in the same transaction.</summary>
internal sealed class SubscribedDigests(TalksDb db, DigestParts parts, DeliveryQueue queue, UnitOfWork turns)
{
    /// <summary>Of what the first digest of a subscription tells.</summary>
    private static readonly Duration First = Duration.FromHours(24);

    /// <summary>Queues what is due.</summary>
    /// <returns>When the next one falls due.</returns>
    public async Task<Instant> RunAsync(DigestSubscription subscription, Instant now, CancellationToken token)
    {
        var (hour, zone) = (subscription.At, subscription.Clock.Zone);
        if (await db.RecallMomentAsync(NameOf(subscription), token) is { } before && DigestSchedule.NextAfter(before, hour, zone) is var coming && coming > now)
        {
            return coming;
        }

        await using var turn = await turns.BeginAsync(token);
        if (await db.RecallMomentAsync(NameOf(subscription), token) is not { } until)
        {
            // One that is new begins with its next hour, not with the one that has just gone by.
            var first = DigestSchedule.NextAfter(now, hour, zone);
            await RememberAsync(subscription, first - First, turn, token);
            return first;
        }

        switch (DigestPlan.At(DigestSchedule.NextAfter(until, hour, zone), now, hour, zone, until))
        {
            case DigestDecision.Send send:
                await QueueAsync(subscription, send, now, token);
                await RememberAsync(subscription, send.Window.To, turn, token);
                return send.Next;
            case DigestDecision.MergeIntoNext merge:
                return merge.Next;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task RememberAsync(DigestSubscription subscription, Instant until, Transaction turn, CancellationToken token)
    {
        await db.RememberAsync(NameOf(subscription), until, token);
        await queue.DropKnownAsync(token);
        await turn.CommitAsync(token);
    }

    private async Task QueueAsync(DigestSubscription subscription, DigestDecision.Send send, Instant now, CancellationToken token)
    {
        var wanted = subscription.Talks is { } slug
            ? db.Negotiations.Where(talks => talks.Slug == slug)
            : db.Negotiations.Where(talks => talks.Status != TalksStatus.Closed);
        var at = Lateness.IsLate(send.DueAt, rung: null, now) ? now : send.DueAt;
        foreach (var talks in await wanted.OrderBy(talks => talks.Slug).Head().ToListAsync(token))
        {
            var window = await parts.ReadAsync(talks, send.Window, token);
            queue.Tell(talks, subscription.Channel, new News(DeliveryKind.Digest, "", WirePriority.Regular, send.DueAt, DigestWording.Write(talks, subscription.Clock, window, at)));
        }
    }

    /// <summary>An address is nothing to keep longer than the settings have it.</summary>
    private static string NameOf(DigestSubscription subscription) =>
        Fact.SubscribedDigest + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{subscription.Channel}\n{subscription.Talks}\n{subscription.Clock.Zone.Id}\n{subscription.At:HH:mm}")))[..32];
}
