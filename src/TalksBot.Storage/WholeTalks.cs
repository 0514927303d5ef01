using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Negotiations;

namespace TalksBot.Storage;

/// <summary>Negotiations with all that belongs to them.</summary>
public static class WholeTalks
{
    /// <summary>Loads every part, one query a part, each in the order it was added.</summary>
    public static IQueryable<Negotiation> Whole(this IQueryable<Negotiation> talks) => talks
        .Include(negotiation => negotiation.Deadlines.OrderBy(deadline => deadline.Number))
        .Include(negotiation => negotiation.Sessions.OrderBy(session => session.Number))
        .Include(negotiation => negotiation.Updates.OrderBy(update => update.Number))
        .Include(negotiation => negotiation.Points.OrderBy(point => point.Number))
        .Include(negotiation => negotiation.Follows.OrderBy(follow => follow.Id))
        .Include(negotiation => negotiation.Changes.OrderBy(change => change.Id))
        .AsSplitQuery();
}
