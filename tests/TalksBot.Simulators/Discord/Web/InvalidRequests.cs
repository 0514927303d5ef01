namespace TalksBot.Simulators.Discord.Web;

/// <summary>Counts 401, 403 and 429 of the last ten minutes; too many and nobody is let in. Protocol sheet §10.</summary>
internal sealed class InvalidRequests(int most)
{
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);

    private readonly Queue<DateTimeOffset> _moments = [];

    public bool Blocks(DateTimeOffset now)
    {
        while (_moments.TryPeek(out var oldest) && now - oldest > Memory)
        {
            _moments.Dequeue();
        }

        return _moments.Count >= most;
    }

    public void Count(RestReply reply, DateTimeOffset now)
    {
        var shared = reply.Headers.GetValueOrDefault("X-RateLimit-Scope") is "shared";
        if (reply.Status is 401 or 403 or 429 && !shared)
        {
            _moments.Enqueue(now);
        }
    }
}
