namespace TalksBot.Slack.Wire.HttpMode;

/// <summary>Remembers the good signatures for as long as they would be accepted again.</summary>
internal sealed class SeenSignatures
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly PriorityQueue<string, long> _order = new();

    /// <summary>True the first time; forgets after the given moment, in Unix seconds.</summary>
    public bool IsNew(string signature, long until, long now)
    {
        lock (_gate)
        {
            while (_order.TryPeek(out var oldest, out var end) && end < now)
            {
                _order.Dequeue();
                _seen.Remove(oldest);
            }

            if (!_seen.Add(signature))
            {
                return false;
            }

            _order.Enqueue(signature, until);
            return true;
        }
    }
}
