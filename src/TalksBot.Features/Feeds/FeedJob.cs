using Quartz;

namespace TalksBot.Features.Feeds;

/// <summary>Wakes for the feeds that are due.</summary>
[DisallowConcurrentExecution]
internal sealed class FeedJob(FeedRounds rounds) : IJob
{
    /// <summary>Its key.</summary>
    public static readonly JobKey Key = new("feeds", "feeds");

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await rounds.RunAsync(cancellationToken);
}
