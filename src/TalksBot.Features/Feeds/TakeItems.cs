using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Feeds;
using TalksBot.Core.Leads;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Text;
using TalksBot.Storage;

namespace TalksBot.Features.Feeds;

/// <summary>Takes what a feed tells into the desk's leads, in the transaction at hand: what is new and speaks of the talks is told, what has changed is said to have.</summary>
internal sealed class TakeItems(TalksDb db, RecordParts parts, LeadPosts posts)
{
    private static readonly Duration SeenEvery = Duration.FromDays(1);

    /// <summary>What is older when it is found was dug up, and is no news.</summary>
    private static readonly Duration Oldest = Duration.FromDays(7);

    /// <summary>More at once are no news but a feed that was put together anew, or means harm: the newest are told, and that there were more.</summary>
    private const int MostTold = 25;

    /// <summary>Takes it.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="read">What it tells now.</param>
    /// <param name="now">The moment.</param>
    /// <returns>How many leads were told.</returns>
    public async Task<int> RunAsync(NewsFeed feed, Feed read, Instant now, CancellationToken token)
    {
        var isFirst = feed.ReadAt is null;
        var known = await KnownAsync(feed, read, token);
        var talks = await TalksAsync(feed, token);
        var found = new List<(Lead Lead, Negotiation? Talks)>();

        // The newest stands first in a feed and is told last.
        foreach (var item in read.Items.Reverse())
        {
            if (known.Of(item) is { } lead)
            {
                await AgainAsync(feed, lead, item, now, token);
            }
            else if (Match(feed, item, talks) is { } of)
            {
                var added = new Lead(feed.Id, item, of.Talks?.Id, now, LeadState.Passed);
                known.Add(added);
                db.Leads.Add(added);
                if (item.At is null || item.At > now - Oldest)
                {
                    found.Add((added, of.Talks));
                }
            }
        }

        // A row is a lead's name.
        await db.SaveChangesAsync(token);
        if (isFirst)
        {
            return 0;
        }

        if (found.Count > MostTold)
        {
            posts.Tell(feed, lead: null, talks: null, LeadWording.Flooded(feed, found.Count - MostTold), now);
        }

        return await TellAsync(feed, found.TakeLast(MostTold), now, token);
    }

    private async Task<int> TellAsync(NewsFeed feed, IEnumerable<(Lead Lead, Negotiation? Talks)> found, Instant now, CancellationToken token)
    {
        var lately = await db.Leads
            .Where(lead => lead.FoundAt > now - LeadLikeness.Window && (lead.State == LeadState.New || lead.State == LeadState.Published || lead.State == LeadState.Dismissed))
            .Join(db.Feeds.Where(other => other.Channel == feed.Channel), lead => lead.FeedId, other => other.Id, (lead, _) => lead)
            .ToListAsync(token);
        var told = 0;
        foreach (var (lead, talks) in found)
        {
            if (lately.Find(other => other.NegotiationId == lead.NegotiationId && AreSame(other, lead)) is { } same)
            {
                lead.Fold(same);
                await FoldAsync(same, lead, feed, now, token);
                continue;
            }

            lead.Tell();
            lately.Add(lead);
            posts.Tell(feed, lead, talks, LeadWording.Told(feed, lead, talks, posts.Clock, now), now);
            told++;
        }

        return told;
    }

    /// <summary>What a feed tells anew in other words is something new.</summary>
    private static bool AreSame(Lead one, Lead other) => one.FeedId == other.FeedId ? UserText.SameWords(one.Words, other.Words) : LeadLikeness.AreAlike(one.Words, other.Words);

    private async Task FoldAsync(Lead into, Lead lead, NewsFeed feed, Instant now, CancellationToken token)
    {
        if (into.State is LeadState.New && into.FeedId != feed.Id)
        {
            var others = db.Leads.Where(other => other.SameAs == into.Id && other.Id != lead.Id).Join(db.Feeds, other => other.FeedId, other => other.Id, (_, other) => other.Label);
            var labels = await others.Distinct().ToListAsync(token);
            await posts.RewordAsync(into, ChangeReason.Status, post => LeadWording.Also(post, [.. labels.Append(feed.Label).Distinct()]), now, token);
        }
    }

    /// <summary>An item that is known: it may read otherwise by now.</summary>
    private async Task AgainAsync(NewsFeed feed, Lead lead, FeedItem item, Instant now, CancellationToken token)
    {
        if (lead.Hash == Lead.WordsOf(item))
        {
            if (now - lead.SeenAt > SeenEvery)
            {
                lead.Seen(now);
            }

            return;
        }

        var before = Before(lead, item);
        lead.Reads(item, now);
        if (lead.State is LeadState.New)
        {
            var talks = await db.Negotiations.SingleOrDefaultAsync(known => known.Id == lead.NegotiationId, token);
            await posts.RewordAsync(lead, ChangeReason.Status, _ => LeadWording.Changed(LeadWording.Told(feed, lead, talks, posts.Clock, now), before), now, token);
        }
        else if (lead is { State: LeadState.Published, NegotiationId: { } row, Update: { } number })
        {
            await AskAsync(feed, lead, (row, number), before, now, token);
        }
    }

    /// <summary>What a lead read where it reads otherwise now.</summary>
    private static string Before(Lead lead, FeedItem item) =>
        lead.Title != item.Title && lead.Title.Length > 0 ? lead.Title : Typography.Shorten(UserText.OneLine(lead.Text), UserText.LineLimit);

    private async Task AskAsync(NewsFeed feed, Lead lead, (int Talks, int Update) made, string before, Instant now, CancellationToken token)
    {
        if (await db.Negotiations.SingleOrDefaultAsync(known => known.Id == made.Talks, token) is not { } talks)
        {
            return;
        }

        await parts.UpdatesAsync(talks, [made.Update], token);
        if (talks.Updates.FirstOrDefault(known => known.Number == made.Update) is not { Killing: null } update)
        {
            return;
        }

        await posts.RewordAsync(lead, ChangeReason.Answered, post => LeadWording.Answered(post, "The source has changed once more; see below."), now, token);
        posts.Tell(feed, lead, talks, update.IsPublic ? LeadWording.Asked(feed, lead, talks, update, before, posts.Clock, now) : LeadWording.AskedUnseen(lead, talks, update), now);
    }

    private static (Negotiation? Talks, bool Found)? Match(NewsFeed feed, FeedItem item, IReadOnlyList<Negotiation> talks)
    {
        if (item.Title.Length == 0 && item.Text.Length == 0)
        {
            return null;
        }

        var match = LeadMatch.In(item);
        var of = feed.NegotiationId is null ? talks.FirstOrDefault(match.Names) : talks is [var only, ..] ? only : null;
        var speaks = feed.Words.Length > 0 ? match.HasOneOf(feed.Words) : of is not null && match.Names(of);
        return speaks ? (of, true) : null;
    }

    private async Task<IReadOnlyList<Negotiation>> TalksAsync(NewsFeed feed, CancellationToken token) => feed.NegotiationId is { } row
        ? await db.Negotiations.Where(known => known.Id == row).ToListAsync(token)
        : await db.Negotiations.Where(known => known.Status != TalksStatus.Closed).OrderByDescending(known => known.ChangedAt).ToListAsync(token);

    private async Task<KnownItems> KnownAsync(NewsFeed feed, Feed read, CancellationToken token)
    {
        var marks = read.Items.Select(Lead.MarkOf).ToList();
        var hashes = read.Items.Select(Lead.WordsOf).ToList();
        return new KnownItems(await db.Leads.Where(lead => lead.FeedId == feed.Id && (marks.Contains(lead.Mark) || hashes.Contains(lead.Hash))).ToListAsync(token));
    }

    /// <summary>The leads that a feed's items are already: by their mark or, where a feed gives all of its items new ones, by their words and page.</summary>
    private sealed class KnownItems(List<Lead> leads)
    {
        private readonly Dictionary<string, Lead> _marks = leads.ToDictionary(lead => lead.Mark, StringComparer.Ordinal);
        private readonly ILookup<string, Lead> _words = leads.ToLookup(lead => lead.Hash, StringComparer.Ordinal);

        public Lead? Of(FeedItem item) => _marks.GetValueOrDefault(Lead.MarkOf(item)) ?? _words[Lead.WordsOf(item)].FirstOrDefault(lead => lead.Link == Page(item));

        public void Add(Lead lead) => _marks[lead.Mark] = lead;

        private static string? Page(FeedItem item) => item.Link is { } link && SourceLink.TryRead(link.AbsoluteUri, out var plain) ? plain.AbsoluteUri : null;
    }
}
