using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Storage;

namespace TalksBot.Features.Desk.Completions;

/// <summary>Talks by short name or title: names that begin so, then those followed here, open ones before closed.</summary>
internal sealed class CompleteTalks(TalksDb db) : ICompletion
{
    private const int Most = 25;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Completion>> OfferAsync(CompletionAsk ask, CancellationToken token)
    {
        var typed = ask.Typed.ToLowerInvariant();
        var channel = ask.Call.Caller.Channel;
        var found = await db.Negotiations
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // The database lowers the title, and it has one culture only.
            .Where(talks => typed == "" || talks.Slug.Contains(typed) || talks.Title.ToLower().Contains(typed))
#pragma warning restore CA1304, CA1311, CA1862, MA0011
            .OrderByDescending(talks => talks.Slug.StartsWith(typed))
            .ThenByDescending(talks => talks.Follows.Any(follow => follow.Channel == channel && follow.RemovedAt == null))
            .ThenBy(talks => talks.Status == TalksStatus.Closed)
            .ThenBy(talks => talks.Slug)
            .Select(talks => new { talks.Slug, talks.Title })
            .Take(Most)
            .ToListAsync(token);
        return [.. found.Select(talks => new Completion($"{talks.Slug} – {talks.Title}", talks.Slug))];
    }
}
