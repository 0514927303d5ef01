using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Negotiations;

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

/// <summary>Which of many talks come first, found without reading them: a page shows ten, however many thousands there are.</summary>
public sealed class TalksOrder(TalksDb db)
{
    private static readonly int Closed = (int)TalksStatus.Closed;

    private static readonly long Silence = (long)Session.LongestSilence.TotalSeconds;

    /// <summary>The rows of open talks: those whose next deadline is soonest first, then those without one, the newest first.</summary>
    public async Task<IReadOnlyList<int>> SoonestAsync(int skipped, int most, CancellationToken token) => await db.Database.SqlQuery<int>(FormattableStringFactory.Create(
        $$"""
        SELECT n."Id" AS "Value" FROM "Negotiations" AS n
        LEFT JOIN (
            SELECT "NegotiationId" AS "Talks", min({{db.Seconds("\"At\"")}}) AS "Next"
            FROM "Deadlines" WHERE "State" IN (1, 2, 6) GROUP BY "NegotiationId") AS d ON d."Talks" = n."Id"
        WHERE n."Import" IS NULL AND n."Status" <> {0}
        ORDER BY d."Next" IS NULL, d."Next", n."OpenedAt" DESC
        LIMIT {1} OFFSET {2}
        """,
        Closed,
        most,
        skipped)).ToListAsync(token);

    /// <summary>The rows of the talks of what is waited for next, one for each deadline or session, in order of time.</summary>
    public async Task<IReadOnlyList<int>> ComingAsync(Instant now, int most, CancellationToken token) => await db.Database.SqlQuery<int>(FormattableStringFactory.Create(
        $$"""
        SELECT n."Id" AS "Value" FROM (
            SELECT "NegotiationId", {{db.Seconds("\"At\"")}} AS "Starts" FROM "Deadlines" WHERE "State" IN (1, 2, 6)
            UNION ALL
            SELECT "NegotiationId", "Starts" FROM (
                SELECT "NegotiationId", "State", {{db.Seconds("\"StartsAt\"")}} AS "Starts",
                    {{db.Seconds("\"EndsAt\"")}} AS "Ends"
                FROM "Sessions" WHERE "State" IN (1, 2)) AS s
            WHERE {0} < CASE "State" WHEN 1 THEN coalesce("Ends", "Starts" + {1}) ELSE coalesce("Ends", "Starts") + {1} END) AS c
        JOIN "Negotiations" AS n ON n."Id" = c."NegotiationId"
        WHERE n."Import" IS NULL AND n."Status" <> {2}
        ORDER BY c."Starts" LIMIT {3}
        """,
        now.ToUnixTimeSeconds(),
        Silence,
        Closed,
        most)).ToListAsync(token);
}
