using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.Sockets;

/// <summary>How many more times the bot may identify today, and how many at once. Protocol sheet §9, limits.</summary>
internal sealed class SessionStarts(DiscordSimulatorOptions options)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private readonly Queue<DateTimeOffset> _recent = [];
    private DateTimeOffset _resetsAt = DateTimeOffset.MinValue;

    private int _remaining = options.SessionStarts;

    public bool Exhausted => _remaining is 0 && options.Time.GetUtcNow() < _resetsAt;

    /// <summary>False when too many identified within the window; that attempt costs nothing.</summary>
    public bool TryTake()
    {
        var now = options.Time.GetUtcNow();
        while (_recent.TryPeek(out var oldest) && now - oldest >= options.IdentifyWindow)
        {
            _recent.Dequeue();
        }

        if (_recent.Count >= options.MaxConcurrency)
        {
            return false;
        }

        if (now >= _resetsAt)
        {
            _resetsAt = now + Day;
            _remaining = options.SessionStarts;
        }

        _recent.Enqueue(now);
        _remaining--;
        return true;
    }

    public JsonObject ToJson() => new()
    {
        ["total"] = options.SessionStarts,
        ["remaining"] = _remaining,
        ["reset_after"] = (int)Math.Max(0, (_resetsAt - options.Time.GetUtcNow()).TotalMilliseconds),
        ["max_concurrency"] = options.MaxConcurrency,
    };
}
