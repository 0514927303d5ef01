namespace TalksBot.Simulators.Slack.Web;

/// <summary>Independent buckets per method, and per channel for posts. slack.md §5.</summary>
internal sealed class PaceBook(SlackSimulatorOptions options)
{
    private readonly Dictionary<string, PaceBucket> _buckets = new(StringComparer.Ordinal);

    /// <summary>Null when the request may pass; otherwise the Retry-After.</summary>
    public Duration? Take(WebMethod method, string? channel, Instant now)
    {
        PaceBucket[] buckets = method.Tier is Tier.Post
            ? [Bucket($"{method.Name}:{channel}", options.PostPace), Bucket(method.Name, options.WorkspacePostPace)]
            : [Bucket(method.Name, PaceOf(method))];
        var wait = buckets.Max(bucket => bucket.Wait(now));
        if (wait > Duration.Zero)
        {
            return wait;
        }

        foreach (var bucket in buckets)
        {
            bucket.Take();
        }

        return null;
    }

    private Pace PaceOf(WebMethod method) => method.Tier switch
    {
        _ when options.CommerciallyDistributed && (method.Name is "conversations.history" or "conversations.replies") => options.Tier1,
        Tier.One => options.Tier1,
        Tier.Two => options.Tier2,
        Tier.Three => options.Tier3,
        Tier.Four => options.Tier4,
        _ => options.Special,
    };

    private PaceBucket Bucket(string key, Pace pace)
    {
        if (!_buckets.TryGetValue(key, out var bucket))
        {
            bucket = new PaceBucket(pace);
            _buckets[key] = bucket;
        }

        return bucket;
    }
}
