using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Agenda;
using TalksBot.Core.Commands;
using TalksBot.Core.Deliveries;
using TalksBot.Features.Agenda;
using TalksBot.Features.Outbox;
using TalksBot.Features.Views;
using TalksBot.Storage;
using TalksBot.Storage.Nodes;
using TalksBot.Storage.Opening;

namespace TalksBot.Features.Tests.Records;

/// <summary>No command and no round of the agenda looks through a table that grows with the record.</summary>
public sealed class QueryPlanTests
{
    /// <summary>The tables that grow with the years; a query into them is answered from an index.</summary>
    internal static readonly string[] Growing = ["Updates", "Changes", "Deliveries", "Agenda", "Acts"];

    private static readonly string[] Lines =
    [
        "follow add steel digest:08:00 live:yes", "deadline add steel \"in 2h\" \"first stage\"", "deadline move steel D1 +10m", "session add steel \"in 3h\"",
        "update add steel \"They meet again\" \"a US official\" tier:official", "update add steel \"They do not\" \"a US official\" tier:official disputes:#1",
        "update add steel \"Later\" \"a US official\" tier:official embargo:\"in 1h\"", "update correct steel #1 \"They met\"", "update kill steel #2 \"a hoax\"", "undo",
        "status steel", "status", "list", "next", "since 24h", "since 24h steel", "digest steel", "timeline steel", "update list steel", "deadline list steel",
        "deadline history steel D1", "session list steel", "point add steel quotas", "point list steel", "follow show steel", "audit steel", "audit", "receipts steel",
        "find steel again", "find stage", "acknowledge steel D1", "deadline met steel D1", "suspend steel", "resume steel", "follow set steel digest:09:00", "outcome steel agreed \"It is done\"", "close steel",
        "reopen steel", "set steel parties:\"US=United States\"", "deadline set steel D1 label:\"second stage\"", "session set steel S1 place:Geneva", "deadline move steel all +1h", "undo 1",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_statement_is_answered_from_an_index()
    {
        await using var desk = await RecordDesk.OpenAsync(system: StorageOptions.Sqlite);
        await EverythingAsync(desk);

        var scans = new List<string>();
        foreach (var statement in desk.Statements.Where(IsQuery))
        {
            scans.AddRange((await desk.ReadAsync(db => PlanAsync(db, statement))).Where(step => IsScan(step, statement)).Select(step => $"{step}\n{statement}"));
        }

        string.Join("\n\n", scans).ShouldBeEmpty();
    }

    /// <summary>Gives every kind of command, and has every kind of moment fall due.</summary>
    internal static async Task EverythingAsync(RecordDesk desk)
    {
        foreach (var line in Lines)
        {
            await desk.RunAsync(line);
        }

        await ProgramsAsync(desk);
        var spec = desk.Services.GetRequiredService<CommandBook>().Find("update correct")!;
        await desk.Services.GetRequiredService<ICommandDesk>().CompleteAsync(spec, "update", "meet", new Dictionary<string, string> { ["talks"] = "steel" }, Caller, Token);
        desk.Clock.AdvanceTo(desk.Clock.GetCurrentInstant() + Duration.FromDays(2));
        foreach (var kind in Enum.GetValues<MomentKind>())
        {
            await desk.Services.GetRequiredService<AgendaRounds>().RunAsync(kind, Token);
        }
    }

    /// <summary>Reads what programs read, from the beginning and from further on.</summary>
    private static async Task ProgramsAsync(RecordDesk desk)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        var (talks, updates) = (scope.ServiceProvider.GetRequiredService<TalksQuery>(), scope.ServiceProvider.GetRequiredService<UpdatesQuery>());
        var (changes, receipts) = (scope.ServiceProvider.GetRequiredService<ChangesQuery>(), scope.ServiceProvider.GetRequiredService<ReceiptsQuery>());
        var now = desk.Clock.GetCurrentInstant();
        foreach (var only in new int?[] { null, 1 })
        {
            foreach (var ask in new[] { new SliceAsk(SliceAsk.Usual, From: null), new SliceAsk(SliceAsk.Usual, new Cursor(now.ToUnixTimeTicks(), 2)) })
            {
                await talks.ListAsync(only, isOpen: true, ask, Token);
                await updates.ListAsync(only, "steel", ask, Token);
                await receipts.ListAsync(only, "steel", ask, Token);
                await receipts.ListAsync(only, slug: null, ask, Token);
            }

            await changes.ReadAsync(only, await changes.BeginAsync(only, now - Duration.FromHours(1), Token), SliceAsk.Usual, now, Token);
            await talks.OneAsync(only, "steel", Token);
            await talks.DeadlinesAsync(only, "steel", Token);
            await talks.SessionsAsync(only, "steel", Token);
            await updates.OneAsync(only, "steel", 1, Token);
            (await updates.ExistsAsync(only, "steel", 1, Token)).ShouldBeTrue();
        }

        await scope.ServiceProvider.GetRequiredService<CarriedOutQuery>().FindAsync("api/A1/none", Token);
    }

    /// <summary>An index of all deliveries, or of all that one negotiation ever had, is as long as the years: a turn of the outbox looks at what waits.</summary>
    [Fact]
    public async Task A_turn_of_the_outbox_looks_at_nothing_that_was_sent_long_ago()
    {
        await using var desk = await RecordDesk.OpenAsync(system: StorageOptions.Sqlite);
        foreach (var line in Lines.Take(10))
        {
            await desk.RunAsync(line);
        }

        desk.Clock.AdvanceTo(desk.Clock.GetCurrentInstant() + Duration.FromHours(2));
        await desk.Services.GetRequiredService<AgendaRounds>().RunAsync(MomentKind.Countdown, Token);
        desk.Forget();
        var answers = new List<Attempted>();
        for (var turns = 0; turns < 6; turns++)
        {
            answers = await TurnAsync(desk, answers);
        }

        var plans = new List<string>();
        foreach (var statement in desk.Statements.Where(statement => IsQuery(statement) && statement.Contains("\"Deliveries\"", StringComparison.Ordinal)))
        {
            plans.AddRange((await desk.ReadAsync(db => PlanAsync(db, statement))).Where(IsLong).Select(step => $"{step}\n{statement}"));
        }

        answers.ShouldBeEmpty();
        string.Join("\n\n", plans).ShouldBeEmpty();
    }

    /// <summary>A look at all deliveries: along the whole table, or along an index that has every one of them, unless it begins lately.</summary>
    private static bool IsLong(string step) => (step.StartsWith("SCAN", StringComparison.Ordinal) && step.Split(' ')[1] is ['d', ..])
        || step.Contains("IX_Deliveries_DueAt", StringComparison.Ordinal) || (step.Contains("IX_Deliveries_Receipts", StringComparison.Ordinal) && !step.Contains("DueAt>?", StringComparison.Ordinal));

    /// <summary>One turn, in which everything is sent that may go.</summary>
    internal static async Task<List<Attempted>> TurnAsync(RecordDesk desk, List<Attempted> answers)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        var turn = scope.ServiceProvider.GetRequiredService<OutboxTurn>();
        var now = desk.Clock.GetCurrentInstant() + Duration.FromSeconds(1);
        var right = await scope.ServiceProvider.GetRequiredService<ISendingRight>().TakeAsync("terminal", Token);
        var order = new TurnOrder("terminal", right, answers, Busy: [], Ahead: 4);
        var (leased, _) = await turn.RunAsync(order, now, Token);
        await turn.NextAsync(order, Token);
        await turn.RecoverAsync(order, [.. leased.Select(post => post.Id)], isAlone: false, now, Token);
        await scope.ServiceProvider.GetRequiredService<UnmadeChanges>().FindAsync("terminal", now, Token);
        return [.. leased.Select(post => new Attempted(post.Id, new RetryDecision.Done($"message-{post.Id}"), "sent", post.Post.Post, now))];
    }

    private static Caller Caller => new("Ann", Role.Chief, new Core.Channels.ChannelAddress("terminal", "", "desk"));

    private static bool IsQuery(string statement) => !statement.StartsWith("PRAGMA", StringComparison.Ordinal) && !statement.StartsWith("INSERT", StringComparison.Ordinal)
        && Array.Exists(Growing, table => statement.Contains($"\"{table}\"", StringComparison.Ordinal))
        && !statement.Contains("WHERE 0", StringComparison.Ordinal);

    /// <summary>A growing table is looked through; what runs along an index, or takes the first page of all rows, stops where it has enough.</summary>
    private static bool IsScan(string step, string statement) => step.Split(' ') is ["SCAN", var name]
        && Array.Exists(Growing, table => name == table || statement.Contains($"\"{table}\" AS \"{name}\"", StringComparison.Ordinal))
        && (statement.Contains("WHERE", StringComparison.Ordinal) || !statement.Contains("LIMIT", StringComparison.Ordinal));

    private static async Task<IReadOnlyList<string>> PlanAsync(TalksDb db, string statement)
    {
        await db.Database.OpenConnectionAsync(Token);
        await using var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {statement}";
        foreach (var name in System.Text.RegularExpressions.Regex.Matches(statement, "@\\w+", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value).Distinct())
        {
            command.Parameters.AddWithValue(name, DBNull.Value);
        }

        var steps = new List<string>();
        await using var rows = await command.ExecuteReaderAsync(Token);
        while (await rows.ReadAsync(Token))
        {
            steps.Add(rows.GetString(3));
        }

        return steps;
    }
}
