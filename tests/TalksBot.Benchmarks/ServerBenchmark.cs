using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using TalksBot.Core.Agenda;
using TalksBot.Core.Channels;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Storage;
using TalksBot.Storage.Opening;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Benchmarks;

/// <summary>
/// What a desk on a database server promises: how soon what falls due at one instant is in the outbox, by the server's own note of each commit, with one
/// node and with several; and how much they ask while nothing happens.
/// </summary>
internal static class ServerBenchmark
{
    private const int Rungs = 1_000;
    private const int Follows = 100_000;
    private const int MostNodes = 3;
    private const double Megabyte = 1024 * 1024;

    /// <summary>A connection that no node has: what is queued for it stays in the outbox as it was written.</summary>
    private const string Elsewhere = "elsewhere";

    private static readonly Duration Ahead = Duration.FromSeconds(15);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(60);

    /// <summary>Measures one of it.</summary>
    /// <param name="part"><c>rungs</c>, <c>idle</c> or <c>follows</c>; null for all.</param>
    public static async Task<bool> RunAsync(string? part)
    {
        PostgresServer.IsDurable = true;
        var kept = true;
        if (part is null or "rungs")
        {
            // What every program compiles once is no cost of a burst.
            await RungsAsync(nodes: 1);
            for (var nodes = 1; nodes <= MostNodes; nodes++)
            {
                kept &= await RungsAsync(nodes);
            }
        }

        for (var nodes = 1; nodes <= MostNodes && part is null or "idle"; nodes += 2)
        {
            kept &= await IdleAsync(nodes);
        }

        return part is null or "follows" ? kept & await FollowsAsync() : kept;
    }

    private static async Task<bool> RungsAsync(int nodes)
    {
        using var database = new BenchDatabase(StorageOptions.Postgres);
        var hosts = await BuildAsync(database, nodes);
        var now = hosts[0].Services.GetRequiredService<IClock>().GetCurrentInstant();
        var due = now + Ahead;
        for (var i = 0; i < Rungs / 20; i++)
        {
            await StandingDeadlines.AddAsync(hosts[0].Services, $"burst-{i}", "1h", now, Enumerable.Repeat(Ahead + Duration.FromHours(1), 20), Elsewhere);
        }

        await StartAsync(hosts);
        var last = await QueuedAsync(database, Rungs, TimeSpan.FromSeconds(60));
        await StopAsync(hosts);
        return Report.Print(Say($"1,000 rungs at once, {nodes} nodes, in the outbox"), (last - due).TotalMilliseconds, limit: 150, "ms");
    }

    private static async Task<bool> FollowsAsync()
    {
        using var database = new BenchDatabase(StorageOptions.Postgres);
        var nodes = await BuildAsync(database, 1);
        var due = nodes[0].Services.GetRequiredService<IClock>().GetCurrentInstant() + Ahead + Ahead + Ahead;
        await SeedFollowsAsync(nodes[0].Services, due);
        await StartAsync(nodes);
        await Task.Delay(TimeSpan.FromSeconds(5));
        GC.Collect();
        using var watch = new MemoryWatch();
        var last = await QueuedAsync(database, Follows, TimeSpan.FromSeconds(120));
        await StopAsync(nodes);
        return Report.Print(Say($"{Follows:N0} follows at one T-0, in the outbox"), (last - due).TotalMilliseconds, limit: 10_000, "ms")
            & Report.Print("the same: memory grew by", watch.Grown / Megabyte, limit: 300, "MB");
    }

    private static async Task<bool> IdleAsync(int count)
    {
        using var database = new BenchDatabase(StorageOptions.Postgres);
        var nodes = await BuildAsync(database, count);
        await StartAsync(nodes);

        // A minute after its start a node forgets what is old, which is no idleness.
        await Task.Delay(TimeSpan.FromSeconds(90));
        PostgresServer.Here.Run("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        PostgresServer.Here.Run("SELECT pg_stat_statements_reset()");
        await Task.Delay(Idle);
        var own = new NpgsqlConnectionStringBuilder(database.Connection);
        var asked = await AskAsync<decimal>(
            new NpgsqlConnectionStringBuilder(database.Connection) { Database = "postgres" }.ToString(),
            $"SELECT sum(calls) FROM pg_stat_statements WHERE dbid = (SELECT oid FROM pg_database WHERE datname = '{own.Database}')");
        await StopAsync(nodes);
        return Report.Print(Say($"idle, {count} nodes: a node's statements in ten seconds"), (double)asked / Idle.TotalSeconds * 10 / count, limit: 20, "");
    }

    private static async Task<IReadOnlyList<IHost>> BuildAsync(BenchDatabase database, int count)
    {
        var nodes = new List<IHost>();
        for (var i = 0; i < count; i++)
        {
            nodes.Add(await database.BuildAsync());
        }

        return nodes;
    }

    private static Task StartAsync(IEnumerable<IHost> nodes) => Task.WhenAll(nodes.Select(node => node.StartAsync()));

    private static async Task StopAsync(IEnumerable<IHost> nodes)
    {
        foreach (var node in nodes)
        {
            await node.StopAsync();
            node.Dispose();
        }
    }

    /// <summary>Waits until so many deliveries are there.</summary>
    /// <returns>When the last of them was committed, by the server's own note.</returns>
    private static async Task<Instant> QueuedAsync(BenchDatabase database, int count, TimeSpan patience)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (await AskAsync<long>(database.Connection, "SELECT count(*) FROM \"Deliveries\"") < count)
        {
            if (TimeProvider.System.GetElapsedTime(began) > patience)
            {
                throw new InvalidOperationException("Not everything that was due is in the outbox.");
            }

            await Task.Delay(500);
        }

        return Instant.FromDateTimeUtc(await AskAsync<DateTime>(database.Connection, "SELECT max(pg_xact_commit_timestamp(xmin)) FROM \"Deliveries\""));
    }

    private static async Task<T> AskAsync<T>(string connection, string sql)
    {
        await using var own = new NpgsqlConnection(connection);
        await own.OpenAsync();
        await using var command = own.CreateCommand();
        command.CommandText = sql;
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private static async Task SeedFollowsAsync(IServiceProvider services, Instant due)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        var stamp = new Stamp(now, "bench", "");
        var talks = new Negotiation(new TalksTerms("wide", "Talks that many follow", [], "", DateTimeZone.Utc, [new WallClock("", DateTimeZone.Utc)]), stamp);
        var ladder = Ladder.TryParse("0", out var rungs) ? rungs : throw new InvalidOperationException("Not a ladder.");
        var settings = new FollowSettings(new WallClock("", DateTimeZone.Utc), DigestAt: null, ladder, WirePriority.Regular, Mention: null);
        talks.AddFollow(new ChannelAddress(Elsewhere, "", "c0"), settings, stamp);
        talks.AddDeadline(new DeadlineTerms("the hour", CivilTime.At(due, DateTimeZone.Utc)), stamp);
        db.AllNegotiations.Add(talks);
        await db.SaveChangesAsync();
        db.Moments.AddRange(AgendaPlan.Ahead(talks, now).Select(moment => new DueMoment(moment.Kind, talks.Id, moment.SubjectId, moment.Due, moment.Rung)));
        await db.SaveChangesAsync();

        // The others are copies of the first, made where they are kept.
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Follows" ("NegotiationId", "Channel", "Settings_Clock", "Settings_DigestAt", "Settings_Ladder", "Settings_LeastPriority", "Settings_Live", "Settings_Thread", "Since", "DigestedUntil")
            SELECT "NegotiationId", replace("Channel", 'c0', 'c' || n), "Settings_Clock", "Settings_DigestAt", "Settings_Ladder", "Settings_LeastPriority", "Settings_Live", "Settings_Thread", "Since", "DigestedUntil"
            FROM "Follows", generate_series(1, {Follows - 1}) AS n
            """);
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
