using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Commands;
using TalksBot.Storage.Nodes;

namespace TalksBot.Storage.Postgres;

/// <summary>
/// Interactions by their row: who writes it first answers. It waits for no writer of the record, since a person waits for it. Where the server
/// cannot be asked for a second, nobody can tell whose it is.
/// </summary>
internal sealed class PostgresInteractionClaims(IDbContextFactory<PostgresTalksDb> databases, NodeIdentity self, TimeProvider time) : IInteractionClaims
{
    /// <summary>A node that has not said for so long that it is working on the answer is not; after three seconds the platform takes none any more (discord.md §6).</summary>
    private static readonly TimeSpan SaysSoWithin = TimeSpan.FromMilliseconds(1_500);

    private static readonly TimeSpan SaysSoEvery = TimeSpan.FromMilliseconds(400);

    /// <summary>How often that is said at most, over those three seconds.</summary>
    private const int MostTimes = 7;

    /// <summary>A server that restarts is back within a second; to wait longer would leave too little of the three.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <inheritdoc/>
    public async Task<InteractionClaim> TryTakeAsync(string connection, string id, bool mustBeAnswered, CancellationToken token)
    {
        if (await TryTakeAsync(connection, id, token) is not { } taken)
        {
            return mustBeAnswered ? InteractionClaim.Undecided : InteractionClaim.Another;
        }

        if (taken)
        {
            _ = mustBeAnswered ? Task.Run(() => SaySoAsync(connection, id), CancellationToken.None) : Task.CompletedTask;
            return InteractionClaim.Own;
        }

        try
        {
            return mustBeAnswered && await TakeOverAsync(connection, id, token) ? InteractionClaim.Own : InteractionClaim.Another;
        }
        catch (Exception fault) when (ServerTrouble.Is(fault))
        {
            return InteractionClaim.Undecided;
        }
    }

    /// <returns>Null where the server could not be asked.</returns>
    private async Task<bool?> TryTakeAsync(string connection, string id, CancellationToken token)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(token, patience.Token);
        while (true)
        {
            try
            {
                return await TakeAsync(connection, id, either.Token);
            }
            catch (Exception fault) when (ServerTrouble.Is(fault) && !patience.IsCancellationRequested)
            {
                await Task.Delay(Pause, time, token);
            }
            catch (Exception fault) when ((ServerTrouble.Is(fault) || fault is OperationCanceledException) && !token.IsCancellationRequested)
            {
                return null;
            }
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

    /// <summary>What was taken by a statement whose answer did not come back is taken again.</summary>
    private Task<bool> TakeAsync(string connection, string id, CancellationToken token) => RunAsync(
        $$"""
        INSERT INTO "Interactions" ("Connection", "Id", "Node", "ClaimedAt", "IsAnswered")
        VALUES ({0}, {1}, {2}, {{ServerClock.Now}}, false)
        ON CONFLICT ("Connection", "Id") DO UPDATE SET "ClaimedAt" = {{ServerClock.Now}} WHERE "Interactions"."Node" = {2} AND NOT "Interactions"."IsAnswered"
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
