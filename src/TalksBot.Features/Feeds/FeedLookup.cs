using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Commands;
using TalksBot.Core.Leads;
using TalksBot.Core.Negotiations;
using TalksBot.Features.Commands;
using TalksBot.Storage;

namespace TalksBot.Features.Feeds;

/// <summary>Finds the feeds and leads that commands name.</summary>
internal sealed class FeedLookup(TalksDb db)
{
    public static readonly ParameterSpec Feed = new("feed", ParameterKind.Feed, "the feed, such as F3") { Required = true };

    public static readonly ParameterSpec Lead = new("lead", ParameterKind.Lead, "the lead, such as L12") { Required = true };

    /// <summary>The feed that a command names.</summary>
    public async Task<Found<NewsFeed>> FeedAsync(CommandCall call, CancellationToken token) =>
        SubjectNumber.TryRead('F', call[Feed.Name].Trim(), out var id) && await db.Feeds.SingleOrDefaultAsync(feed => feed.Id == id, token) is { } found
            ? found
            : Reply.Refuse("There is no such feed; /talks feed list shows those there are.");

    /// <summary>The lead that a command names.</summary>
    public async Task<Found<Lead>> LeadAsync(CommandCall call, CancellationToken token) =>
        SubjectNumber.TryRead('L', call[Lead.Name].Trim(), out var id) && await db.Leads.SingleOrDefaultAsync(lead => lead.Id == id, token) is { } found
            ? found
            : Reply.Refuse("There is no such lead; it may have been forgotten, or its feed was removed.");

    /// <summary>The feed of a lead.</summary>
    public Task<NewsFeed> OfAsync(Lead lead, CancellationToken token) => db.Feeds.SingleAsync(feed => feed.Id == lead.FeedId, token);

    /// <summary>The slug of the talks that a lead speaks of; null where nobody knows.</summary>
    public Task<string?> SlugAsync(Lead lead, CancellationToken token) =>
        db.Negotiations.Where(talks => talks.Id == lead.NegotiationId).Select(talks => talks.Slug).SingleOrDefaultAsync(token);
}
