using Microsoft.EntityFrameworkCore;

namespace TalksBot.Storage.Opening;

/// <summary>What a PostgreSQL server says of the archiving of its log (https://www.postgresql.org/docs/15/monitoring-stats.html#MONITORING-PG-STAT-ARCHIVER-VIEW).</summary>
/// <param name="LastArchived">When a piece of it was last archived; null where none ever was.</param>
/// <param name="LastFailed">When that last failed; null where it never did.</param>
public sealed record ServerCopies(Instant? LastArchived, Instant? LastFailed)
{
    /// <summary>Asks the server.</summary>
    public static async Task<ServerCopies> ReadAsync(TalksDb db, CancellationToken token)
    {
        var found = await db.Database.SqlQuery<Archived>(
            $"""
            SELECT coalesce(extract(epoch FROM last_archived_time)::bigint, 0) AS "At", coalesce(extract(epoch FROM last_failed_time)::bigint, 0) AS "Failed" FROM pg_stat_archiver
            """).SingleAsync(token);
        return new ServerCopies(found.At == 0 ? null : Instant.FromUnixTimeSeconds(found.At), found.Failed == 0 ? null : Instant.FromUnixTimeSeconds(found.Failed));
    }

    private sealed record Archived(long At, long Failed);
}
