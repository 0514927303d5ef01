using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Features.Transactions;
using TalksBot.Storage;

namespace TalksBot.Features.Outbox;

/// <summary>Makes messages say something else: before they are sent by rewording them, afterwards by editing them.</summary>
/// <remarks>What is under way is read once for all messages of a command; what is queued then is kept in step here.</remarks>
internal sealed class MessageEditor(TalksDb db, CommitEffects effects)
{
    private const int ReadAtOnce = 1_000;

    private readonly Dictionary<Delivery, EditedMessage> _known = [];

    /// <summary>The posts that show or will show an account, those whose channel has left since included.</summary>
    /// <param name="slug">The talks.</param>
    /// <param name="account">The update's number, such as <c>#1</c>.</param>
    public async Task<IReadOnlyList<Delivery>> ShowingAsync(string slug, string account, CancellationToken token)
    {
        var mark = Delivery.ShowsMark(account);
        var showing = db.Deliveries.Where(delivery => delivery.Talks == slug && delivery.Act == DeliveryAct.Post && delivery.Shows.Contains(mark)
            && delivery.State != DeliveryState.Cancelled && delivery.State != DeliveryState.Failed && delivery.State != DeliveryState.Superseded
            && delivery.Reason != DeliveryReason.MessageGone);
        var own = await showing.Where(delivery => delivery.Subject == account).ToListAsync(token);

        // As the index says it: the posts that show more than what they are about, such as digests and bundles.
        var others = await showing
            .Where(delivery => delivery.Subject != account && delivery.Shows != "" && delivery.Shows != " " + delivery.Subject + " ")
            .ToListAsync(token);
        return [.. own.Concat(others).OrderBy(delivery => delivery.Id)];
    }

    /// <summary>Messages, with what is under way for them.</summary>
    /// <param name="messages">The deliveries that post or posted them.</param>
    public async Task<MessageEdits> OfAsync(IEnumerable<Delivery> messages, CancellationToken token)
    {
        var asked = messages.Distinct().ToList();
        if (asked.Exists(message => message.Id == 0))
        {
            await db.SaveChangesAsync(token);
        }

        foreach (var some in asked.Where(message => !_known.ContainsKey(message)).Chunk(ReadAtOnce))
        {
            await ReadAsync(some, token);
        }

        return new MessageEdits(_known, edit =>
        {
            db.Deliveries.Add(edit);
            effects.Posted(edit);
        });
    }

    /// <summary>Drops every post for one follow that nobody has seen, but for those of some kinds.</summary>
    public async Task WithdrawFromAsync(int follow, DeliveryKind[] kept, string why, Instant at, CancellationToken token)
    {
        var waiting = await db.Deliveries
            .Where(delivery => delivery.FollowId == follow && (delivery.State == DeliveryState.Pending || delivery.State == DeliveryState.Held)
                && delivery.Act == DeliveryAct.Post && !kept.Contains(delivery.Kind))
            .ToListAsync(token);
        var edits = await OfAsync(waiting, token);
        waiting.ForEach(delivery => edits.Withdraw(delivery, why, at));
    }

    private async Task ReadAsync(Delivery[] messages, CancellationToken token)
    {
        var ids = messages.Select(message => message.Id).ToList();
        var edits = db.Deliveries.Where(edit => edit.TargetId != null && ids.Contains(edit.TargetId.Value) && edit.Act == DeliveryAct.Edit);
        var counts = await edits
            .GroupBy(edit => edit.TargetId!.Value)
            .Select(group => new { Target = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Target, group => group.Count, token);
        var open = (await edits
            .Where(edit => edit.State == DeliveryState.Pending || edit.State == DeliveryState.Sending)
            .OrderBy(edit => edit.Id)
            .ToListAsync(token)).ToLookup(edit => edit.TargetId!.Value);
        foreach (var message in messages)
        {
            _known.Add(message, new EditedMessage(message, counts.GetValueOrDefault(message.Id), open[message.Id]));
        }
    }
}
