namespace TalksBot.Discord.Wire.Limits;

/// <summary>Counts invalid answers, because Discord bans an address that collects too many (discord.md §10).</summary>
internal sealed class InvalidRequests(int ceiling)
{
    private static readonly TimeSpan _window = TimeSpan.FromMinutes(10);

    private readonly Queue<TimeSpan> _seen = new();

    public void Add(TimeSpan now) => _seen.Enqueue(now);

    /// <summary>How long nothing may be sent; zero normally.</summary>
    public TimeSpan Pause(TimeSpan now)
    {
        while (_seen.TryPeek(out var oldest) && oldest + _window <= now)
        {
            _seen.Dequeue();
        }

        return _seen.Count < ceiling ? TimeSpan.Zero : _seen.Peek() + _window - now;
    }
}
