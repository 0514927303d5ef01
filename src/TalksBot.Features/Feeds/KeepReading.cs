using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Feeds;
using TalksBot.Core.Leads;
using TalksBot.Features.Fetching;
using TalksBot.Features.Transactions;
using TalksBot.Storage;

namespace TalksBot.Features.Feeds;

/// <summary>Writes down what came of a look at a feed: its leads, when it is looked at next, and what its host wants to hear the next time.</summary>
internal sealed class KeepReading(TalksDb db, UnitOfWork work, TakeItems take, LeadPosts posts, IClock clock)
{
    /// <summary>The desk is told once that a feed cannot be read, after so many looks.</summary>
    private const int TellAfter = 5;

    private static readonly Duration Least = Duration.FromMinutes(10);

    /// <summary>Writes it down.</summary>
    /// <param name="row">The feed's row.</param>
    /// <param name="reading">What its host answered.</param>
    /// <returns>How many leads were told.</returns>
    public async Task<int> RunAsync(int row, WebReading reading, CancellationToken token)
    {
        // What takes long is done before anybody has to wait for it.
        var items = reading is WebReading.Answer { Status: 200 or 203 } whole ? FeedReader.Read(whole.Body, whole.Headers.ContentType, whole.Address) : null;
        await using var turn = await work.BeginAsync(token);
        var now = clock.GetCurrentInstant();
        if (await db.Feeds.SingleOrDefaultAsync(known => known.Id == row, token) is not { } feed)
        {
            return 0;
        }

        var plan = new PollPlan(Least, Random.Shared.NextDouble());
        var told = 0;
        if (reading is WebReading.Answer { Status: 200 or 203 or 304, MovedTo: { } moved })
        {
            feed.Move(moved);
        }

        switch (reading, items)
        {
            case (WebReading.Answer answer, FeedReading.Understood { Feed: var read }):
                told = await take.RunAsync(feed, read, now, token);
                feed.Validate(answer.Headers.ETag, answer.Headers.LastModified);
                feed.Read(now, Next(plan, now, read.Rest, answer.Headers));
                break;
            case (WebReading.Answer { Status: 304 } answer, _):
                feed.Read(now, Next(plan, now, rest: null, answer.Headers));
                break;
            case (WebReading.Answer { Status: 410 }, _):
                feed.Mute($"{feed.Host} says that the feed has ended.", now);
                posts.Tell(feed, lead: null, talks: null, LeadWording.Silent(feed, feed.MutedBecause!), now);
                break;
            default:
                Fail(feed, plan, reading, items, now);
                break;
        }

        await turn.CommitAsync(token);
        return told;
    }

    private static Instant Next(PollPlan plan, Instant now, Duration? rest, WebHeaders said) => plan.AfterReading(now, rest, said.CacheControl, said.Expires, said.Date);

    private void Fail(NewsFeed feed, PollPlan plan, WebReading reading, FeedReading? items, Instant now)
    {
        var (trouble, retryAfter) = (reading, items) switch
        {
            (_, FeedReading.Refused refused) => (refused.Sentence, null),
            (WebReading.Answer answer, _) => ($"{feed.Host} answers with status {answer.Status}.", answer.Headers.RetryAfter),
            (WebReading.Refusal refusal, _) => (refusal.Sentence, null),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        feed.Fail(trouble, plan.AfterFailure(now, feed.Failures + 1, retryAfter));
        if (feed.Failures == TellAfter)
        {
            posts.Tell(feed, lead: null, talks: null, LeadWording.Silent(feed, trouble), now);
        }
    }
}
