using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Leads;
using TalksBot.Features.Fetching;
using TalksBot.Features.Transactions;
using TalksBot.Storage;
using TalksBot.Storage.Opening;

namespace TalksBot.Features.Feeds;

/// <summary>
/// Looks at the feeds that are due, one at a time of each host. Whichever node claims a feed looks at it; when it is looked at next is a row, so that a restart
/// asks nobody anew.
/// </summary>
internal sealed partial class FeedRounds(IServiceScopeFactory scopes, WebReader web, IClock clock, ILogger<FeedRounds> log)
{
    private const int AtOnce = 20;
    private const int HostsAtOnce = 4;

    /// <summary>A look that takes longer was cut off.</summary>
    private static readonly Duration Longest = Duration.FromMinutes(5);

    /// <summary>Looks at everything that is due.</summary>
    public async Task RunAsync(CancellationToken token)
    {
        try
        {
            while (await ClaimAsync(token) is { Count: > 0 } due)
            {
                await Parallel.ForEachAsync(
                    due.GroupBy(feed => feed.Host, StringComparer.Ordinal),
                    new ParallelOptions { MaxDegreeOfParallelism = HostsAtOnce, CancellationToken = token },
                    async (host, stop) =>
                    {
                        foreach (var feed in host)
                        {
                            await LookAsync(feed, stop);
                        }
                    });
            }
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The worker is stopping; what it had begun is looked at again in some minutes.
        }
        catch (Exception fault) when (StorageFault.Explain(fault) is { } sentence)
        {
            HeldUp(sentence);
        }
    }

    private async Task<IReadOnlyList<NewsFeed>> ClaimAsync(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
        var now = clock.GetCurrentInstant();
        var due = db.Feeds.Where(feed => feed.NextAt <= now && !db.Feeds.Any(other => other.Host == feed.Host && other.BusyUntil > now));

        // Most looks find nothing, and take no turn at the database for that.
        if (!await due.AnyAsync(token))
        {
            return [];
        }

        await using var turn = await scope.ServiceProvider.GetRequiredService<UnitOfWork>().BeginAsync(token);
        var claimed = await due.OrderBy(feed => feed.NextAt).Take(AtOnce).ToListAsync(token);
        claimed.ForEach(feed => feed.Begin(now + Longest));
        await turn.CommitAsync(token);
        return claimed;
    }

    private async Task LookAsync(NewsFeed feed, CancellationToken token)
    {
        var reading = await web.ReadAsync(FeedAsks.Of(feed.Link) with { ETag = feed.ETag, LastModified = feed.LastModified }, token);
        await using var scope = scopes.CreateAsyncScope();
        var told = await scope.ServiceProvider.GetRequiredService<KeepReading>().RunAsync(feed.Id, reading, token);
        if (told > 0)
        {
            Told(feed.Name, told);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Leads told from feed {Feed}: {Leads}")]
    private partial void Told(string feed, int leads);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The round of the feeds waits and is made again soon: {Sentence}")]
    private partial void HeldUp(string sentence);
}

/// <summary>How a feed is asked for.</summary>
internal static class FeedAsks
{
    private const string Accept = "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";

    /// <summary>The feed at an address.</summary>
    public static WebAsk Of(Uri address) => new(address) { Accept = Accept };
}
