using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Commands;
using TalksBot.Storage.Nodes;

namespace TalksBot.Storage.Postgres;

/// <summary>Interactions by their row: who writes it first answers. It waits for no writer of the record, since a person waits for it.</summary>
internal sealed class PostgresInteractionClaims(IDbContextFactory<PostgresTalksDb> databases, NodeIdentity self, TimeProvider time) : IInteractionClaims
{
    /// <summary>A node that has not answered by then is not going to; after three seconds the platform takes no answer any more (discord.md §6).</summary>
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromMilliseconds(1_500);

    /// <inheritdoc/>
    public async Task<bool> TryTakeAsync(string connection, string id, bool mustBeAnswered, CancellationToken token)
    {
        await using var db = await databases.CreateDbContextAsync(token);
        if (await TakeAsync(db, connection, id, token))
        {
            return true;
        }

        if (!mustBeAnswered)
        {
            return false;
        }

        await Task.Delay(AnswersWithin, time, token);
        return await db.Database.ExecuteSqlAsync(
            $"""UPDATE "Interactions" SET "Node" = {self.Id}, "ClaimedAt" = (extract(epoch FROM clock_timestamp()) * 10000000)::bigint WHERE "Connection" = {connection} AND "Id" = {id} AND NOT "IsAnswered" AND "ClaimedAt" <= (extract(epoch FROM clock_timestamp()) * 10000000)::bigint - {AnswersWithin.Ticks}""",
            token) == 1;
    }

    /// <inheritdoc/>
    public async Task AnsweredAsync(string connection, string id, CancellationToken token)
    {
        await using var db = await databases.CreateDbContextAsync(token);
        await db.Database.ExecuteSqlAsync($"""UPDATE "Interactions" SET "IsAnswered" = true WHERE "Connection" = {connection} AND "Id" = {id}""", token);
    }

    private async Task<bool> TakeAsync(PostgresTalksDb db, string connection, string id, CancellationToken token) => await db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "Interactions" ("Connection", "Id", "Node", "ClaimedAt", "IsAnswered")
        VALUES ({connection}, {id}, {self.Id}, (extract(epoch FROM clock_timestamp()) * 10000000)::bigint, false) ON CONFLICT DO NOTHING
        """,
        token) == 1;
}
