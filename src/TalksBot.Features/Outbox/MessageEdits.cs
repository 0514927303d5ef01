using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Outbox;

/// <summary>Changes messages whose edits under way are known, without asking the database again.</summary>
/// <param name="known">The messages.</param>
/// <param name="add">Queues a change.</param>
internal sealed class MessageEdits(IReadOnlyDictionary<Delivery, EditedMessage> known, Action<Delivery> add)
{
    /// <summary>Changes a post. One that nobody has seen is reworded; any other is edited, after whatever is still under way.</summary>
    /// <param name="message">The delivery that posts or posted it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="change">What becomes of what it says.</param>
    /// <param name="at">When the change is due.</param>
    /// <param name="after">A delivery that the change points to; null for none.</param>
    public void Apply(Delivery message, ChangeReason reason, Func<Post, Post> change, Instant at, Delivery? after = null)
    {
        var edited = known[message];
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
        add(edit);
    }

    /// <summary>What a message will say once everything under way has arrived.</summary>
    public Post Reads(Delivery message) => known[message].Reads;

    /// <summary>A change of a post is taken back: it says this again, without a change sent where none arrived.</summary>
    /// <param name="message">The delivery that posts or posted it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="says">What it says again.</param>
    /// <param name="at">When that is due.</param>
    public void Return(Delivery message, ChangeReason reason, Post says, Instant at)
    {
        var edited = known[message];
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
        Keep(known[message], message, message.Post, ChangeReason.Killed, at);
        message.Drop(DeliveryState.Cancelled, why);
    }

    private void Keep(EditedMessage edited, Delivery message, Post says, ChangeReason reason, Instant at)
    {
        var kept = Delivery.Of(DeliveryAct.Edit, message, says, message.Post, new RewriteMark(edited.Next(), at, reason));
        kept.SayFromTheStart();
        add(kept);
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
