using System.Data.Common;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TalksBot.Features.Outbox;
using TalksBot.Features.Tests.Outbox;
using TalksBot.Storage;
using TalksBot.Storage.Nodes;
using TalksBot.Storage.Opening;

namespace TalksBot.Features.Tests.Records;

/// <summary>
/// The same on a database server: no command and no round looks through a table that grows with the record. Its planner rightly reads a small table
/// through, so it is told not to where there is another way; what it reads through then, it always would.
/// </summary>
public sealed class ServerPlanTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_statement_is_answered_from_an_index()
    {
        await using var desk = await RecordDesk.OpenAsync(system: StorageOptions.Postgres);
        await QueryPlanTests.EverythingAsync(desk);
        await QueryPlanTests.TurnAsync(desk, []);
        await desk.ReadAsync(db => new UsedPace(db, desk.Services.GetRequiredService<INodes>()).OfAsync(UsedPaceTests.Platform(), desk.Clock.GetCurrentInstant(), Token));

        var asked = desk.Statements.Where(IsQuery).ToList();
        var scans = await desk.ReadAsync(async db =>
        {
            var found = new List<string>();
            foreach (var statement in asked)
            {
                found.AddRange((await ScansAsync(db, statement)).Select(scan => $"{scan}\n{statement}"));
            }

            return found;
        });

        asked.Count.ShouldBeGreaterThan(50);
        string.Join("\n\n", scans).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_statement_without_an_index_is_found()
    {
        await using var desk = await RecordDesk.OpenAsync(system: StorageOptions.Postgres);

        (await desk.ReadAsync(db => ScansAsync(db, "SELECT * FROM \"Updates\" WHERE \"Text\" = @text"))).ShouldNotBeEmpty();
    }

    private static bool IsQuery(string statement) => Regex.IsMatch(statement, "^(SELECT|UPDATE|DELETE|WITH)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
        && !statement.Contains(';', StringComparison.Ordinal)
        && Array.Exists(QueryPlanTests.Growing, table => statement.Contains($"\"{table}\"", StringComparison.Ordinal))
        && !statement.Contains("WHERE FALSE", StringComparison.Ordinal);

    /// <summary>Where a statement, whatever it is given, looks through a growing table.</summary>
    private static async Task<IReadOnlyList<string>> ScansAsync(TalksDb db, string statement)
    {
        await db.Database.OpenConnectionAsync(Token);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var names = Regex.Matches(statement, "@\\w+", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value).Distinct().OrderByDescending(name => name.Length).ToList();
        var numbered = names.Index().Aggregate(statement, (text, name) => Regex.Replace(text, $"{name.Item}\\b", string.Create(CultureInfo.InvariantCulture, $"${name.Index + 1}"), RegexOptions.None, TimeSpan.FromSeconds(1)));
        await RunAsync(connection, "SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan; DEALLOCATE ALL");
        await RunAsync(connection, $"PREPARE asked AS {numbered}");
        var given = names.Count == 0 ? "" : $"({string.Join(", ", names.Select(_ => "NULL"))})";
        await using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN (FORMAT JSON) EXECUTE asked{given}";
        var plan = JsonNode.Parse((string)(await command.ExecuteScalarAsync(Token))!)![0]!["Plan"]!;
        return [.. Scans(plan, isLimited: false)];
    }

    /// <summary>What runs along an index and stops where it has enough is no look through the table; what sorts it first is.</summary>
    private static IEnumerable<string> Scans(JsonNode step, bool isLimited)
    {
        var kind = $"{step["Node Type"]}";
        var table = $"{step["Relation Name"]}";
        var narrows = step["Index Cond"] is not null || step["Recheck Cond"] is not null || kind is "Bitmap Heap Scan";
        if (Array.Exists(QueryPlanTests.Growing, known => known == table) && (kind is "Seq Scan" || (kind is "Index Scan" or "Index Only Scan" && !narrows && !isLimited)))
        {
            yield return $"{kind} of {table} {step["Index Name"]} {step["Filter"]}";
        }

        var limits = kind is "Limit" || (isLimited && kind is not ("Sort" or "Hash" or "Aggregate" or "Materialize"));
        foreach (var part in step["Plans"]?.AsArray() ?? [])
        {
            foreach (var scan in Scans(part!, limits))
            {
                yield return scan;
            }
        }
    }

    private static async Task RunAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Token);
    }
}
