using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Commands;
using TalksBot.Storage.Nodes;

namespace TalksBot.Storage.Postgres;

/// <summary>Interactions by their row: who writes it first answers. It waits for no writer of the record, since a person waits for it.</summary>
internal sealed class PostgresInteractionClaims(IDbContextFactory<PostgresTalksDb> databases, NodeIdentity self, TimeProvider time) : IInteractionClaims
{
    /// <summary>A node that has not answered by then is not going to; after three seconds the platform takes no answer any more (discord.md §6).</summary>
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromMilliseconds(1_500);

    private static readonly TimeSpan RenewEvery = TimeSpan.FromMilliseconds(400);

    /// <summary>No answer is taken after that.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<(string Connection, string Id), CancellationTokenSource> _answering = [];

    /// <inheritdoc/>
    public async Task<bool> TryTakeAsync(string connection, string id, bool mustBeAnswered, CancellationToken token)
    {
        await using var db = await databases.CreateDbContextAsync(token);
        if (await TakeAsync(db, connection, id, token))
        {
            if (mustBeAnswered)
            {
                _ = Task.Run(() => RenewAsync(connection, id), CancellationToken.None);
            }

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
        if (_answering.TryRemove((connection, id), out var answering))
        {
            await answering.CancelAsync();
        }

        await using var db = await databases.CreateDbContextAsync(token);
        await db.Database.ExecuteSqlAsync($"""UPDATE "Interactions" SET "IsAnswered" = true WHERE "Connection" = {connection} AND "Id" = {id}""", token);
    }

    /// <summary>While it works on the answer a node says that it does, or another would take it for dead.</summary>
    private async Task RenewAsync(string connection, string id)
    {
        using var until = new CancellationTokenSource(Longest, time);
        _answering[(connection, id)] = until;
        try
        {
            while (true)
            {
                await Task.Delay(RenewEvery, time, until.Token);
                await using var db = await databases.CreateDbContextAsync(until.Token);
                await db.Database.ExecuteSqlAsync(
                    $"""UPDATE "Interactions" SET "ClaimedAt" = (extract(epoch FROM clock_timestamp()) * 10000000)::bigint WHERE "Connection" = {connection} AND "Id" = {id} AND "Node" = {self.Id}""",
                    until.Token);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or DbException or InvalidOperationException)
        {
            _answering.TryRemove((connection, id), out _);
        }
    }

    private async Task<bool> TakeAsync(PostgresTalksDb db, string connection, string id, CancellationToken token) => await db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "Interactions" ("Connection", "Id", "Node", "ClaimedAt", "IsAnswered")
        VALUES ({connection}, {id}, {self.Id}, (extract(epoch FROM clock_timestamp()) * 10000000)::bigint, false) ON CONFLICT DO NOTHING
        """,
        token) == 1;
}
