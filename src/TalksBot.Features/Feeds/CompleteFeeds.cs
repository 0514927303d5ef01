using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Commands;
using TalksBot.Core.Leads;
using TalksBot.Core.Text;
using TalksBot.Features.Commands.Completions;
using TalksBot.Storage;

namespace TalksBot.Features.Feeds;

/// <summary>The feeds there are, or the leads that wait for an answer, the newest first. Of what became an update nothing is said: its words may be killed.</summary>
internal sealed class CompleteFeeds(TalksDb db) : ICompletion
{
    private const int Most = 50;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Completion>> OfferAsync(CompletionAsk ask, CancellationToken token)
    {
        if (ask.Call.Caller.Role < ask.Call.Spec.Role)
        {
            return [];
        }

        var known = ask.Parameter.Kind is ParameterKind.Feed
            ? (await db.Feeds.AsNoTracking().OrderByDescending(feed => feed.Id).Take(Most).ToListAsync(token)).ConvertAll(feed => (feed.Name, feed.Label))
            : (await db.Leads.AsNoTracking().Where(lead => lead.State == LeadState.New).OrderByDescending(lead => lead.Id).Take(Most).ToListAsync(token)).ConvertAll(lead => (lead.Name, Label: Typography.Brief(lead.Words)));
        return [.. known.Select(item => new Completion($"{item.Name} · {item.Label}", item.Name)).Where(offer => ask.Matches(offer.Label))];
    }
}
