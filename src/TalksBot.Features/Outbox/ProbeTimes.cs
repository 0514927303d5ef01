using System.Collections.Concurrent;

namespace TalksBot.Features.Outbox;

/// <summary>When each connection that does not answer is asked next; the past while it is being asked or its answer waits to be written down.</summary>
internal sealed class ProbeTimes
{
    private readonly ConcurrentDictionary<string, Instant> _next = new(StringComparer.Ordinal);

    /// <summary>When the connection is asked next; null while nobody asks it.</summary>
    public Instant? Next(string connection) => _next.TryGetValue(connection, out var next) ? next : null;

    /// <summary>It is asked then.</summary>
    public void Set(string connection, Instant next) => _next[connection] = next;

    /// <summary>Nobody asks it any more.</summary>
    public void Clear(string connection) => _next.TryRemove(connection, out _);
}
