using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Commands;
using TalksBot.Storage.Nodes;

namespace TalksBot.Storage.Postgres;

/// <summary>
/// Interactions by their row: who writes it first answers. It waits for no writer of the record, since a person waits for it. Where the server
/// cannot be asked each node answers, with the sentence that says so; the platform takes one of them.
/// </summary>
internal sealed class PostgresInteractionClaims(IDbContextFactory<PostgresTalksDb> databases, NodeIdentity self, TimeProvider time) : IInteractionClaims
{
    /// <summary>A node that has not said for so long that it is working on the answer is not; after three seconds the platform takes none any more (discord.md §6).</summary>
    private static readonly TimeSpan SaysSoWithin = TimeSpan.FromMilliseconds(1_500);

    private static readonly TimeSpan SaysSoEvery = TimeSpan.FromMilliseconds(400);

    /// <summary>How often that is said at most, over those three seconds.</summary>
    private const int MostTimes = 7;

    /// <inheritdoc/>
    public async Task<bool> TryTakeAsync(string connection, string id, bool mustBeAnswered, CancellationToken token)
    {
        try
        {
            if (await TakeAsync(connection, id, token))
            {
                _ = mustBeAnswered ? Task.Run(() => SaySoAsync(connection, id), CancellationToken.None) : Task.CompletedTask;
                return true;
            }

            return mustBeAnswered && await TakeOverAsync(connection, id, token);
        }
        catch (Exception fault) when (ServerTrouble.Is(fault))
        {
            return mustBeAnswered;
        }
    }

    /// <inheritdoc/>
    public async Task AnsweredAsync(string connection, string id, CancellationToken token)
    {
        try
        {
            await RunAsync("UPDATE \"Interactions\" SET \"IsAnswered\" = true WHERE \"Connection\" = {0} AND \"Id\" = {1}", token, connection, id);
        }
        catch (Exception fault) when (ServerTrouble.Is(fault))
        {
            // Another node may answer as well, and the platform refuses it.
        }
    }

    private Task<bool> TakeAsync(string connection, string id, CancellationToken token) => RunAsync(
        $$"""
        INSERT INTO "Interactions" ("Connection", "Id", "Node", "ClaimedAt", "IsAnswered")
        VALUES ({0}, {1}, {2}, {{ServerClock.Now}}, false) ON CONFLICT DO NOTHING
        """,
        token,
        connection,
        id,
        self.Id);

    private async Task<bool> TakeOverAsync(string connection, string id, CancellationToken token)
    {
        await Task.Delay(SaysSoWithin, time, token);
        return await RunAsync(
            $$"""
            UPDATE "Interactions" SET "Node" = {2}, "ClaimedAt" = {{ServerClock.Now}}
            WHERE "Connection" = {0} AND "Id" = {1} AND NOT "IsAnswered" AND "ClaimedAt" <= {{ServerClock.Now}} - {3}
            """,
            token,
            connection,
            id,
            self.Id,
            SaysSoWithin.Ticks);
    }

    /// <summary>While it works on the answer a node says so, or another would take it for dead.</summary>
    private async Task SaySoAsync(string connection, string id)
    {
        try
        {
            for (var times = 0; times < MostTimes; times++)
            {
                await Task.Delay(SaysSoEvery, time);
                if (!await RunAsync(
                    $$"""UPDATE "Interactions" SET "ClaimedAt" = {{ServerClock.Now}} WHERE "Connection" = {0} AND "Id" = {1} AND "Node" = {2} AND NOT "IsAnswered" """,
                    CancellationToken.None,
                    connection,
                    id,
                    self.Id))
                {
                    return;
                }
            }
        }
        catch (Exception fault) when (ServerTrouble.Is(fault))
        {
            // Then another may take over, and the platform takes the first answer.
        }
    }

    /// <returns>True where a row was written.</returns>
    private async Task<bool> RunAsync(string sql, CancellationToken token, params object[] values)
    {
        await using var db = await databases.CreateDbContextAsync(token);
        return await db.Database.ExecuteSqlAsync(FormattableStringFactory.Create(sql, values), token) == 1;
    }
}
