namespace TalksBot.Core.Platforms;

/// <summary>Remembers the latest 20,000 of many things, to do each only once: platforms may tell anything twice (discord.md §1, slack.md §6).</summary>
/// <typeparam name="T">What tells one thing from another.</typeparam>
public sealed class SeenOnce<T>
    where T : notnull
{
    private const int Most = 20_000;

    private readonly Lock _gate = new();
    private readonly HashSet<T> _seen = [];
    private readonly Queue<T> _order = [];

    /// <summary>True the first time only.</summary>
    public bool IsFirst(T thing)
    {
        lock (_gate)
        {
            if (!_seen.Add(thing))
            {
                return false;
            }

            _order.Enqueue(thing);
            if (_order.Count > Most)
            {
                _seen.Remove(_order.Dequeue());
            }

            return true;
        }
    }

    /// <summary>Lets it be done again.</summary>
    public void Forget(T thing)
    {
        lock (_gate)
        {
            _seen.Remove(thing);
        }
    }
}
