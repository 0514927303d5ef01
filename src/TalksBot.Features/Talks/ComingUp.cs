using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Talks;
using TalksBot.Features.Commands;
using TalksBot.Storage;

namespace TalksBot.Features.Talks;

/// <summary>What comes next over all talks, a page of it, read without reading the rest.</summary>
internal sealed class ComingUp(TalksDb db, TalksOrder order)
{
    /// <summary>Nobody turns more pages.</summary>
    private const int Most = 10_000;

    /// <summary>The deadlines and sessions still waited for, soonest first.</summary>
    public async Task<Page<(Negotiation Talks, Upcoming Coming)>> PageAsync(ListPage page, Instant now, CancellationToken token)
    {
        var coming = await order.ComingAsync(now, Most, token);
        var ids = coming.Take(page.Skipped + ListPage.Size).ToHashSet();
        var open = await db.Negotiations
            .Where(talks => ids.Contains(talks.Id))
            .OrderBy(talks => talks.Id)
            .Include(talks => talks.Deadlines)
            .Include(talks => talks.Sessions)
            .AsSplitQuery()
            .ToListAsync(token);
        return page.Of(NextWording.InOrder(open, now)) with { Total = coming.Count };
    }

    /// <summary>The deadlines that want an outcome, soonest first.</summary>
    public async Task<Page<(Negotiation Talks, Deadline Deadline)>> DeadlinesAsync(ListPage page, CancellationToken token)
    {
        var all = await db.Negotiations.Where(talks => talks.Status != TalksStatus.Closed).SelectMany(talks => talks.Deadlines)
            .CountAsync(deadline => deadline.State == DeadlineState.Standing || deadline.State == DeadlineState.Moved || deadline.State == DeadlineState.PassedUnknown, token);

        // Of those of the page each is among the first of its talks, and those are among as many.
        var ids = await order.SoonestAsync(skipped: 0, page.Skipped + ListPage.Size, token);
        var open = await db.Negotiations.Where(talks => ids.Contains(talks.Id)).Include(talks => talks.Deadlines).AsSplitQuery().ToListAsync(token);
        var deadlines = open
            .SelectMany(talks => talks.Deadlines.Where(deadline => deadline.WantsOutcome), (talks, deadline) => (Talks: talks, Deadline: deadline))
            .OrderBy(item => item.Deadline.At.ToInstant());
        return page.Of(deadlines) with { Total = all };
    }
}
