using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;

namespace TalksBot.Storage.Writing;

/// <summary>
/// Rows that nobody needs any more, taken away some at a time. Of talks that can still be changed nothing goes that a correction, a kill or
/// an undo may have to reach: only what time itself caused and shows no words of an update.
/// </summary>
public sealed class OldRows(TalksDb db)
{
    /// <summary>What time itself causes.</summary>
    private static readonly DeliveryKind[] OfTime =
    [
        DeliveryKind.Countdown, DeliveryKind.DeadlinePassed, DeliveryKind.Session, DeliveryKind.Digest, DeliveryKind.Alarm, DeliveryKind.Lead, DeliveryKind.Escalation, DeliveryKind.Reminder,
    ];

    /// <summary>Takes away posts with all changes of them, if every one of these was settled and due before then.</summary>
    /// <param name="before">What was due at or after this moment stays.</param>
    /// <param name="most">How many posts at most.</param>
    /// <returns>What had become of the posts that went.</returns>
    public async Task<IReadOnlyList<DeliveryState>> ForgetPostsAsync(Instant before, int most, CancellationToken token)
    {
        var ended = EndedBefore(before);
        var old = await db.Deliveries
            .Where(post => post.DueAt < before && post.Act == DeliveryAct.Post
                && (post.State == DeliveryState.Sent || post.State == DeliveryState.Superseded || post.State == DeliveryState.Cancelled || post.State == DeliveryState.Failed)
                && (ended.Contains(post.Talks) || (post.ActId == null && post.Shows == "" && OfTime.Contains(post.Kind)))
                && !db.Deliveries.Any(other => (other.AwaitsId == post.Id && other.AwaitsId != null)
                    || (other.TargetId == post.Id && other.TargetId != null
                        && (other.DueAt >= before || other.State == DeliveryState.Pending || other.State == DeliveryState.Sending || other.State == DeliveryState.Held))))
            .OrderBy(post => post.DueAt)
            .Take(most)
            .Select(post => new { post.Id, post.State, post.Kind })
            .ToListAsync(token);
        var ids = old.ConvertAll(post => post.Id);
        await db.Deliveries.Where(change => change.TargetId != null && ids.Contains(change.TargetId.Value)).ExecuteDeleteAsync(token);
        await db.Deliveries.Where(post => ids.Contains(post.Id)).ExecuteDeleteAsync(token);
        return [.. old.Where(post => post.Kind != DeliveryKind.Reminder).Select(post => post.State)];
    }

    /// <summary>Takes away moments of the agenda that are claimed or cancelled and were due before then.</summary>
    /// <returns>How many went.</returns>
    public Task<int> ForgetMomentsAsync(Instant before, int most, CancellationToken token) => db.Moments
        .Where(moment => db.Moments.Where(old => old.State != Core.Agenda.MomentState.Open && old.Due < before).OrderBy(old => old.Id).Take(most).Select(old => old.Id).Contains(moment.Id))
        .ExecuteDeleteAsync(token);

    /// <summary>
    /// Takes away how things read before and after old commands about talks that ended before then. The commands stay, for the audit, and so does
    /// what concerns updates, by which the audit knows what to conceal.
    /// </summary>
    /// <returns>How many commands it was taken from.</returns>
    public Task<int> ForgetPartsAsync(Instant before, int most, CancellationToken token) => db.Database.ExecuteSqlAsync(
        $"""
        UPDATE "Acts" SET "Parts" = '[]' WHERE "Id" IN (
            SELECT act."Id" FROM "Acts" act
            WHERE act."At" < {before.ToUnixTimeTicks()} AND act."Parts" <> '[]'
                AND EXISTS (SELECT 1 FROM "Negotiations" talks WHERE talks."Slug" = act."Talks" AND talks."Status" = {(int)TalksStatus.Closed}
                    AND NOT EXISTS (SELECT 1 FROM "Changes" change WHERE change."NegotiationId" = talks."Id" AND change."At" >= {before.ToUnixTimeTicks()})
                    AND NOT EXISTS (SELECT 1 FROM "Changes" change WHERE change."NegotiationId" = talks."Id" AND change."Act" = act."Key" AND change."Subject" LIKE '#%'))
            LIMIT {most})
        """,
        token);

    /// <summary>Takes away leads that have not stood in their feed since then; what is older than a week is told by no feed again.</summary>
    /// <returns>How many went.</returns>
    public Task<int> ForgetLeadsAsync(Instant before, int most, CancellationToken token) => db.Leads
        .Where(lead => db.Leads.Where(old => old.SeenAt < before).OrderBy(old => old.Id).Take(most).Select(old => old.Id).Contains(lead.Id))
        .ExecuteDeleteAsync(token);

    /// <summary>Takes away lines behind buttons whose time is over.</summary>
    public Task<int> ForgetLinesAsync(Instant now, CancellationToken token) => db.KeptLines.Where(line => line.Until <= now).ExecuteDeleteAsync(token);

    /// <summary>The slugs of the talks that are closed and were last changed before then.</summary>
    private IQueryable<string> EndedBefore(Instant before) => db.AllNegotiations
        .Where(talks => talks.Status == TalksStatus.Closed && !db.Changes.Any(change => change.NegotiationId == talks.Id && change.At >= before))
        .Select(talks => talks.Slug);
}
