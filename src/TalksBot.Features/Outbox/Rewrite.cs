using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Posts;
using TalksBot.Storage;

namespace TalksBot.Features.Outbox;

/// <summary>Makes messages say something else: before they are sent by rewording them, afterwards by editing them.</summary>
internal sealed class Rewrite(TalksDb db, CommitEffects effects)
{
    /// <summary>The posts that show or will show an account, those whose channel has left since included.</summary>
    /// <param name="slug">The talks.</param>
    /// <param name="account">The update's number, such as <c>#1</c>.</param>
    public async Task<IReadOnlyList<Delivery>> ShowingAsync(string slug, string account, CancellationToken token)
    {
        var mark = Delivery.ShowsMark(account);
        return await db.Deliveries
            .Where(delivery => delivery.Talks == slug && delivery.Act == DeliveryAct.Post && delivery.Shows.Contains(mark)
                && delivery.State != DeliveryState.Cancelled && delivery.State != DeliveryState.Failed && delivery.State != DeliveryState.Superseded)
            .OrderBy(delivery => delivery.Id)
            .ToListAsync(token);
    }

    /// <summary>Changes a post. One that nobody has seen is reworded; any other is edited, after whatever is still under way.</summary>
    /// <param name="message">The delivery that posts or posted it.</param>
    /// <param name="change">What becomes of what it says.</param>
    /// <param name="at">When the change is due.</param>
    /// <param name="after">A delivery that must be settled before the change; null for none.</param>
    public async Task ApplyAsync(Delivery message, Func<Post, Post> change, Instant at, Delivery? after, CancellationToken token)
    {
        var earlier = await EarlierAsync(message, token);
        if (message.IsUnseen)
        {
            var changed = change(message.Post);
            Keep(message, changed, earlier.Count + 1, at);
            message.Reword(changed);
            return;
        }

        var open = earlier.Where(edit => !edit.IsSettled).ToList();
        var before = Reads(message, open);
        var priority = message.Priority < WirePriority.Urgent ? message.Priority : WirePriority.Urgent;
        var edit = Delivery.Of(DeliveryAct.Edit, message, change(before), before, new RewriteMark(earlier.Count + 1, at, priority));
        if (after is { IsSettled: false })
        {
            edit.Await(after.Id);
        }

        db.Deliveries.Add(edit);
        effects.Posted(edit);
        foreach (var stale in open.Where(stale => stale.IsUnseen))
        {
            stale.Drop(DeliveryState.Superseded, "a later change of the message says it too");
        }
    }

    /// <summary>What a message will say once everything under way has arrived.</summary>
    public async Task<Post> ReadsAsync(Delivery message, CancellationToken token) => Reads(message, await OpenAsync(message, token));

    /// <summary>A change of a post is taken back: it says this again, without a change sent where none arrived.</summary>
    /// <param name="message">The delivery that posts or posted it.</param>
    /// <param name="says">What it says again.</param>
    /// <param name="at">When that is due.</param>
    public async Task ReturnAsync(Delivery message, Post says, Instant at, CancellationToken token)
    {
        var open = await OpenAsync(message, token);
        if (PostReversal.SameWords(Reads(message, open), says))
        {
            return;
        }

        if (!message.IsUnseen && PostReversal.SameWords(message.Post, says) && open.TrueForAll(edit => edit.IsUnseen))
        {
            open.ForEach(edit => edit.Drop(DeliveryState.Cancelled, "undone"));
            return;
        }

        await ApplyAsync(message, _ => says, at, after: null, token);
    }

    /// <summary>Drops a post that nobody has seen; what it would have said is kept, should the command be taken back.</summary>
    public async Task WithdrawAsync(Delivery message, string why, Instant at, CancellationToken token)
    {
        var earlier = await EarlierAsync(message, token);
        Keep(message, message.Post, earlier.Count + 1, at);
        message.Drop(DeliveryState.Cancelled, why);
    }

    /// <summary>Drops every post for one follow that nobody has seen, but for those of some kinds.</summary>
    public async Task WithdrawFromAsync(int follow, DeliveryKind[] kept, string why, Instant at, CancellationToken token)
    {
        var waiting = await db.Deliveries
            .Where(delivery => delivery.FollowId == follow && (delivery.State == DeliveryState.Pending || delivery.State == DeliveryState.Held)
                && delivery.Act == DeliveryAct.Post && !kept.Contains(delivery.Kind))
            .ToListAsync(token);
        foreach (var delivery in waiting)
        {
            await WithdrawAsync(delivery, why, at, token);
        }
    }

    private static Post Reads(Delivery message, List<Delivery> open) => open.Count > 0 ? open[^1].Post : message.Post;

    private async Task<List<Delivery>> OpenAsync(Delivery message, CancellationToken token) =>
        [.. (await EarlierAsync(message, token)).Where(edit => !edit.IsSettled)];

    private async Task<IReadOnlyList<Delivery>> EarlierAsync(Delivery message, CancellationToken token)
    {
        await db.SaveChangesAsync(token);
        return await db.Deliveries.Where(edit => edit.TargetId == message.Id && edit.Act == DeliveryAct.Edit).OrderBy(edit => edit.Id).ToListAsync(token);
    }

    private void Keep(Delivery message, Post says, int number, Instant at)
    {
        var kept = Delivery.Of(DeliveryAct.Edit, message, says, message.Post, new RewriteMark(number, at, message.Priority));
        kept.SayFromTheStart();
        db.Deliveries.Add(kept);
        effects.Posted(kept);
    }
}
