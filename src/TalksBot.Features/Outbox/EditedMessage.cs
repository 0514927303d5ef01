using TalksBot.Core.Deliveries;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Outbox;

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
