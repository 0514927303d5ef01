using System.Collections.Concurrent;
using TalksBot.Core.Platforms;

namespace TalksBot.Slack.Posting;

/// <summary>
/// When posts may last have reached Slack without our knowing. Slack's history shows a message a while after it took it, so until then a look
/// that finds nothing proves nothing.
/// </summary>
internal sealed class Attempts(IClock clock)
{
    /// <summary>So long after it was sent a post surely stands in the history, if it stands anywhere.</summary>
    public static readonly Duration HistoryLag = Duration.FromSeconds(10);

    private readonly ConcurrentDictionary<DeliveryKey, Instant> _since = [];

    /// <summary>The post may have arrived just now.</summary>
    public void Raise(DeliveryKey key) => _since[key] = clock.GetCurrentInstant();

    /// <summary>It is known what became of the post.</summary>
    public void Settle(DeliveryKey key) => _since.TryRemove(key, out _);

    /// <summary>True while the history need not show the post. One that another process sent may have been sent just before we were first asked.</summary>
    public bool IsFresh(DeliveryKey key)
    {
        var now = clock.GetCurrentInstant();
        return now - _since.GetOrAdd(key, now) < HistoryLag;
    }
}
