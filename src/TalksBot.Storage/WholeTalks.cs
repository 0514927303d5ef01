using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Updates;

namespace TalksBot.Storage;

/// <summary>How much of negotiations is read.</summary>
public static class WholeTalks
{
    /// <summary>
    /// The talks with what is bounded by how people negotiate: deadlines, sessions, sticking points, follows, and the updates
    /// that wait to be shown. What was said and changed grows without end; <see cref="RecordParts"/> reads what is wanted of it.
    /// </summary>
    public static IQueryable<Negotiation> Head(this IQueryable<Negotiation> talks) => talks
        .Include(negotiation => negotiation.Deadlines.OrderBy(deadline => deadline.Number))
        .Include(negotiation => negotiation.Sessions.OrderBy(session => session.Number))
        .Include(negotiation => negotiation.Updates.Where(update => update.Standing == UpdateStanding.Waiting).OrderBy(update => update.Number))
        .Include(negotiation => negotiation.Points.OrderBy(point => point.Number))
        .Include(negotiation => negotiation.Follows.OrderBy(follow => follow.Id))
        .AsSplitQuery();

    /// <summary>Everything; only what hands out a record or looks at all of it reads it so.</summary>
    public static IQueryable<Negotiation> Whole(this IQueryable<Negotiation> talks) => talks
        .Include(negotiation => negotiation.Deadlines.OrderBy(deadline => deadline.Number))
        .Include(negotiation => negotiation.Sessions.OrderBy(session => session.Number))
        .Include(negotiation => negotiation.Updates.OrderBy(update => update.Number))
        .Include(negotiation => negotiation.Points.OrderBy(point => point.Number))
        .Include(negotiation => negotiation.Follows.OrderBy(follow => follow.Id))
        .Include(negotiation => negotiation.Changes.OrderBy(change => change.Id))
        .AsSplitQuery();
}
