using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Commands;
using TalksBot.Core.Leads;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Features.Commands;
using TalksBot.Storage;

namespace TalksBot.Features.Feeds;

/// <summary>Shows which feeds are read, and how that goes. Of an address only the host is shown: it may hold a key.</summary>
internal sealed class ListFeeds(TalksDb db, TalksHere here, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new("feed list", "show which news feeds are read, and how that goes", Role.Editor, [ListPage.Parameter])
    {
        Example = "/talks feed list",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!ListPage.Read(call).Is(out var page, out var refusal))
        {
            return refusal;
        }

        var all = await db.Feeds.AsNoTracking().OrderByDescending(feed => feed.Id).ToListAsync(token);
        var ids = all.Select(feed => feed.NegotiationId).OfType<int>().ToHashSet();
        var slugs = await db.Negotiations.Where(talks => ids.Contains(talks.Id)).ToDictionaryAsync(talks => talks.Id, talks => talks.Slug, token);
        var waiting = await db.Leads.Where(lead => lead.State == LeadState.New).GroupBy(lead => lead.FeedId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, token);
        var (clocks, now) = (await here.ClockAsync(call.Caller.Channel, token), clock.GetCurrentInstant());
        var shown = page.Of(all);
        var heading = all.Count == 0 ? "No news feed is read; /talks feed add ADDRESS reads one." : Typography.Capital(Typography.Count(all.Count, "news feed"));
        return page.Show(call, shown, new Post(
            heading,
            Severity.Calm,
            [.. shown.Items.SelectMany(feed => Lines(feed, feed.NegotiationId is { } row ? slugs.GetValueOrDefault(row) : null, waiting.GetValueOrDefault(feed.Id), clocks, now))]));
    }

    private static IEnumerable<PostPiece> Lines(NewsFeed feed, string? talks, int waiting, WallClock clock, Instant now)
    {
        yield return new PostPiece.Line($"{feed.Name} {feed.Label} · {feed.Host} · told in {feed.Channel} where it {FeedInput.Sought(feed, talks)}");
        yield return new PostPiece.Line(feed switch
        {
            { MutedBecause: { } why } => $"Muted: {why}",
            { Failures: > 0 } => $"Not read {(feed.Failures == 1 ? "the last time" : $"{feed.Failures} times in a row")}: {feed.Trouble} Tried again {Short(feed.NextAt)}.",
            { ReadAt: null } => "Not read yet.",
            _ => $"Read {Short(feed.ReadAt)}, again {Short(feed.NextAt)}{(waiting == 0 ? "" : $"; {Typography.Count(waiting, "lead")} to be answered")}.",
        })
        {
            Continues = true,
        };

        string Short(Instant? at) => at is { } moment ? TimeWording.OnOwnClock(TimeWording.Minute(moment), clock, now) : "never";
    }
}

/// <summary>Wants something else of a feed, or mutes it.</summary>
internal sealed class SetFeed(TalksDb db, FeedLookup feeds, RecordLookup find, IClock clock) : IDeclaredCommand
{
    private static readonly ParameterSpec Mute = new("mute", ParameterKind.Text, "why nothing of it is to be told any more; none tells its leads again") { NamedOnly = true };

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "feed set",
        "change what is wanted of a news feed, or mute it",
        Role.Editor,
        [FeedLookup.Feed, FeedInput.Label, FeedInput.Words, FeedInput.Talks, Mute])
    {
        Changes = true,
        IsFinal = true,
        Example = "/talks feed set F3 mute:\"repeats old news\"",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!(await feeds.FeedAsync(call, token)).Is(out var feed, out var refusal)
            || !(await FeedInput.WishAsync(call, find, feed.Wish, token)).Is(out var wish, out refusal)
            || !ArgumentReader.WordsOrNothing(call, (Mute.Name, UserText.LineLimit)).Is(out var words, out refusal))
        {
            return refusal;
        }

        var stamp = call.Stamp(clock.GetCurrentInstant());
        var muted = words.Or(Mute.Name, feed.MutedBecause ?? "") is { Length: > 0 } why ? why : null;
        if (wish == feed.Wish && muted == feed.MutedBecause)
        {
            return Reply.Refuse($"{feed.Name} reads like that already; say what is to be otherwise, such as words: or mute:.");
        }

        if (wish != feed.Wish)
        {
            db.Changes.Add(new Change(stamp, feed.Name, ChangeVerb.Set, ChangeValue.Of(Said(feed)), ChangeValue.Of(Said(wish))));
            feed.Want(wish);
        }

        if (muted != feed.MutedBecause)
        {
            db.Changes.Add(new Change(stamp, feed.Name, muted is null ? ChangeVerb.Resumed : ChangeVerb.Muted, ChangeValue.Of(feed.MutedBecause ?? ""), ChangeValue.Of(muted ?? "")));
            feed.Mute(muted, stamp.At);
        }

        var slug = await db.Negotiations.Where(talks => talks.Id == feed.NegotiationId).Select(talks => talks.Slug).SingleOrDefaultAsync(token);
        return Reply.Answer(
            $"{feed.Name} set · {feed.Label}",
            new PostPiece.Line(feed.MutedBecause is { } because ? $"Nothing of it is told: {because}" : $"It is told in {feed.Channel} where it {FeedInput.Sought(feed, slug)}."));
    }

    private static string Said(NewsFeed feed) => Said(feed.Wish);

    private static string Said(FeedWish wish) => wish.Words.Length == 0 ? wish.Label : $"{wish.Label}: {wish.Words}";
}

/// <summary>Reads a feed no more.</summary>
internal sealed class RemoveFeed(TalksDb db, FeedLookup feeds, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new("feed remove", "read a news feed no more, and forget its leads; updates made from it stay", Role.Editor, [FeedLookup.Feed])
    {
        Changes = true,
        IsFinal = true,
        Example = "/talks feed remove F3",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!(await feeds.FeedAsync(call, token)).Is(out var feed, out var refusal))
        {
            return refusal;
        }

        db.Changes.Add(new Change(call.Stamp(clock.GetCurrentInstant()), feed.Name, ChangeVerb.Removed, ChangeValue.Of($"{feed.Label} ({feed.Host})"), ChangeValue.None));
        db.Feeds.Remove(feed);
        return Reply.Answer($"{feed.Name} is read no more · {feed.Label}");
    }
}
