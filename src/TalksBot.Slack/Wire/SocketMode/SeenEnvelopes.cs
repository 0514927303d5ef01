namespace TalksBot.Slack.Wire.SocketMode;

/// <summary>Remembers what was handed on, over all connections, because Slack may tell it again (slack.md §6).</summary>
internal sealed class SeenEnvelopes
{
    // Slack gives up repeating after some minutes; this many ids last longer than that at any pace it delivers.
    private const int Most = 20_000;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>True the first time, whichever of the ids comes again; both are remembered.</summary>
    public bool IsNew(string envelopeId, string? eventId)
    {
        lock (_gate)
        {
            var isNew = Add($"envelope {envelopeId}");
            return (eventId is null || Add($"event {eventId}")) && isNew;
        }
    }

    private bool Add(string id)
    {
        if (!_seen.Add(id))
        {
            return false;
        }

        _order.Enqueue(id);
        if (_order.Count > Most)
        {
            _seen.Remove(_order.Dequeue());
        }

        return true;
    }
}
