namespace TalksBot.Slack.Wire.Limits;

/// <summary>
/// Tells a channel's limit from the workspace's. Both come as the same 429 to a post (slack.md §5), so one is taken to hold its channel;
/// when several channels run into one within a short time, it is the workspace that is full.
/// </summary>
internal sealed class CrowdedMethod
{
    private const int Several = 3;

    private static readonly TimeSpan _together = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, TimeSpan> _lately = new(StringComparer.Ordinal);

    /// <summary>Takes a refusal in a channel; true when it is one of several.</summary>
    public bool Add(string channel, TimeSpan now)
    {
        foreach (var old in _lately.Where(refused => now - refused.Value > _together).Select(refused => refused.Key).ToList())
        {
            _lately.Remove(old);
        }

        _lately[channel] = now;
        return _lately.Count >= Several;
    }
}
