using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
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

    /// <summary>Reads what is under way for messages; until then they cannot be changed.</summary>
    /// <param name="messages">The deliveries that post or posted them.</param>
    public async Task LoadAsync(IEnumerable<Delivery> messages, CancellationToken token)
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
    }

    /// <summary>Drops every post for one follow that nobody has seen, but for those of some kinds.</summary>
    public async Task WithdrawFromAsync(int follow, DeliveryKind[] kept, string why, Instant at, CancellationToken token)
    {
        var waiting = await db.Deliveries
            .Where(delivery => delivery.FollowId == follow && (delivery.State == DeliveryState.Pending || delivery.State == DeliveryState.Held)
                && delivery.Act == DeliveryAct.Post && !kept.Contains(delivery.Kind))
            .ToListAsync(token);
        await LoadAsync(waiting, token);
        waiting.ForEach(delivery => Withdraw(delivery, why, at));
    }

    /// <summary>Changes a post. One that nobody has seen is reworded; any other is edited, after whatever is still under way.</summary>
    /// <param name="message">The delivery that posts or posted it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="change">What becomes of what it says.</param>
    /// <param name="at">When the change is due.</param>
    /// <param name="after">A delivery that the change points to; null for none.</param>
    public void Apply(Delivery message, ChangeReason reason, Func<Post, Post> change, Instant at, Delivery? after = null)
    {
        var edited = _known[message];
        if (message.IsUnseen)
        {
            var changed = change(message.Post);
            Keep(edited, message, changed, reason, at);
            message.Reword(changed);
            return;
        }

        // A later change says what an open one would have said, and is as pressing as that.
        var before = edited.Reads;
        var pressing = edited.Open.Where(open => open.IsUnseen).Select(open => open.ChangedFor).OfType<ChangeReason>().Append(reason).MinBy(why => why.Priority());
        var edit = Delivery.Of(DeliveryAct.Edit, message, change(before), before, new RewriteMark(edited.Next(), at, pressing));
        if (after is { IsSettled: false })
        {
            edit.Await(after);
        }

        edited.DropUnseen(DeliveryState.Superseded, "a later change of the message says it too");
        edited.Add(edit);
        Queue(edit);
    }

    /// <summary>What a message will say once everything under way has arrived.</summary>
    public Post Reads(Delivery message) => _known[message].Reads;

    /// <summary>A change of a post is taken back: it says this again, without a change sent where none arrived.</summary>
    /// <param name="message">The delivery that posts or posted it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="says">What it says again.</param>
    /// <param name="at">When that is due.</param>
    public void Return(Delivery message, ChangeReason reason, Post says, Instant at)
    {
        var edited = _known[message];
        if (PostReversal.SameWords(edited.Reads, says))
        {
            return;
        }

        if (!message.IsUnseen && PostReversal.SameWords(message.Post, says) && edited.Open.All(edit => edit.IsUnseen))
        {
            edited.DropUnseen(DeliveryState.Cancelled, "undone");
            return;
        }

        Apply(message, reason, _ => says, at);
    }

    /// <summary>Drops a post that nobody has seen; what it would have said is kept, should the command be taken back.</summary>
    public void Withdraw(Delivery message, string why, Instant at)
    {
        Keep(_known[message], message, message.Post, ChangeReason.Killed, at);
        message.Drop(DeliveryState.Cancelled, why);
    }

    private void Keep(EditedMessage edited, Delivery message, Post says, ChangeReason reason, Instant at)
    {
        var kept = Delivery.Of(DeliveryAct.Edit, message, says, message.Post, new RewriteMark(edited.Next(), at, reason));
        kept.SayFromTheStart();
        Queue(kept);
    }

    private void Queue(Delivery edit)
    {
        db.Deliveries.Add(edit);
        effects.Posted(edit);
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

/// <summary>A message and the edits of it that are under way.</summary>
/// <param name="message">The delivery that posts or posted it.</param>
/// <param name="edits">How many edits of it there have been.</param>
/// <param name="under">Those that are not settled, oldest first.</param>
internal sealed class EditedMessage(Delivery message, int edits, IEnumerable<Delivery> under)
{
    private readonly List<Delivery> _open = [.. under];
    private int _edits = edits;

    /// <summary>The edits that are not settled, oldest first.</summary>
    public IReadOnlyList<Delivery> Open => _open;

    /// <summary>What it will say once everything under way has arrived.</summary>
    public Post Reads => _open.Count > 0 ? _open[^1].Post : message.Post;

    /// <summary>The number of its next edit.</summary>
    public int Next() => ++_edits;

    /// <summary>An edit was queued.</summary>
    public void Add(Delivery edit) => _open.Add(edit);

    /// <summary>Those of the open edits that can be dropped are.</summary>
    public void DropUnseen(DeliveryState state, string why)
    {
        foreach (var stale in _open.Where(edit => edit.IsUnseen).ToList())
        {
            stale.Drop(state, why);
            _open.Remove(stale);
        }
    }
}
