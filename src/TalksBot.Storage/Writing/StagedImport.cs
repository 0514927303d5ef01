using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Agenda;
using TalksBot.Core.Negotiations;

namespace TalksBot.Storage.Writing;

/// <summary>
/// Takes many negotiations in so that all of them appear at once, or none: they are written in slices that let other writers
/// between them, unseen by every query, and are published by one short change. What an interrupted import has left is
/// unseen too, and is removed the same way.
/// </summary>
public sealed class StagedImport(TalksDb db, WriteLock gate)
{
    /// <summary>How many rows are written before others may write: some tens of milliseconds.</summary>
    private const int Slice = 2_000;

    /// <summary>Longer than another process sleeps between two looks at the lock.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(30);

    private static readonly string[] Parts = ["Agenda", "Changes", "Updates", "Deadlines", "Sessions", "Points", "Follows"];

    private readonly List<(RowTable Table, object?[] Values)> _waiting = [];

    private readonly Dictionary<Type, RowWriter> _writers = [];

    /// <summary>Its name, which the rows carry until they are published.</summary>
    private string Name { get; } = Guid.NewGuid().ToString("N");

    /// <summary>The slug of a file's talks that the record has already, also among those that are just being taken in; null for none.</summary>
    public Task<string?> FindKnownAsync(IReadOnlyCollection<string> slugs, CancellationToken token) =>
        db.AllNegotiations.Where(talks => slugs.Contains(talks.Slug)).Select(talks => talks.Slug).FirstOrDefaultAsync(token);

    /// <summary>Gives everything that the agenda refers to its number.</summary>
    public async Task NumberAsync(IReadOnlyList<Negotiation> talks, CancellationToken token)
    {
        await using var turn = await gate.BeginAsync(db, token);
        await NumberAsync("Negotiations", talks, token);
        await NumberAsync("Deadlines", [.. talks.SelectMany(known => known.Deadlines)], token);
        await NumberAsync("Sessions", [.. talks.SelectMany(known => known.Sessions)], token);
        await NumberAsync("Updates", [.. talks.SelectMany(known => known.Updates)], token);
        await NumberAsync("Points", [.. talks.SelectMany(known => known.Points)], token);
        await NumberAsync("Follows", [.. talks.SelectMany(known => known.Follows)], token);
        await turn.CommitAsync(token);
    }

    /// <summary>Writes talks and what is planned for them, unseen.</summary>
    public async Task AddAsync(Negotiation talks, IEnumerable<DueMoment> agenda, CancellationToken token)
    {
        Queue([talks], talks.Id);
        Queue(talks.Deadlines, talks.Id);
        Queue(talks.Sessions, talks.Id);
        Queue(talks.Points, talks.Id);
        Queue(talks.Follows, talks.Id);
        Queue(talks.Updates, talks.Id);
        Queue(talks.Changes, talks.Id);
        Queue(agenda, talks.Id);
        while (_waiting.Count >= Slice)
        {
            await WriteAsync(Slice, token);
        }
    }

    /// <summary>Lets everybody see them, all at once.</summary>
    public async Task PublishAsync(CancellationToken token)
    {
        while (_waiting.Count > 0)
        {
            await WriteAsync(Math.Min(Slice, _waiting.Count), token);
        }

        await using var turn = await gate.BeginAsync(db, token);
        await db.AllNegotiations.Where(talks => EF.Property<string?>(talks, TalksDb.Import) == Name)
            .ExecuteUpdateAsync(row => row.SetProperty(talks => EF.Property<string?>(talks, TalksDb.Import), (string?)null), token);
        await turn.CommitAsync(token);
    }

    /// <summary>Removes what was taken in and not published, by this import or another one; none may be under way.</summary>
    public async Task RemoveUnpublishedAsync(CancellationToken token)
    {
        if (!await db.AllNegotiations.AnyAsync(talks => EF.Property<string?>(talks, TalksDb.Import) != null, token))
        {
            return;
        }

        foreach (var table in Parts)
        {
            await RemoveAsync($"DELETE FROM \"{table}\" WHERE \"NegotiationId\" IN (SELECT \"Id\" FROM \"Negotiations\" WHERE \"Import\" IS NOT NULL) AND \"Id\" IN (SELECT p.\"Id\" FROM \"{table}\" AS p JOIN \"Negotiations\" AS n ON n.\"Id\" = p.\"NegotiationId\" WHERE n.\"Import\" IS NOT NULL LIMIT {Slice})", token);
        }

        await RemoveAsync($"DELETE FROM \"Negotiations\" WHERE \"Id\" IN (SELECT \"Id\" FROM \"Negotiations\" WHERE \"Import\" IS NOT NULL LIMIT {Slice})", token);
    }

    private async Task RemoveAsync(string sql, CancellationToken token)
    {
        for (var removed = 1; removed > 0;)
        {
            await using (var turn = await gate.BeginAsync(db, token))
            {
                removed = await db.Database.ExecuteSqlRawAsync(sql, token);
                await turn.CommitAsync(token);
            }

            await Task.Delay(Pause, token);
        }
    }

    private async Task NumberAsync<T>(string table, IReadOnlyList<T> rows, CancellationToken token)
        where T : notnull
    {
        var last = await db.TakeNumbersAsync(table, rows.Count, token);
        var number = typeof(T).GetProperty(nameof(Negotiation.Id))!;
        foreach (var row in rows)
        {
            number.SetValue(row, ++last);
        }
    }

    private void Queue<T>(IEnumerable<T> rows, int negotiation)
        where T : class
    {
        var owner = typeof(T).GetProperty(nameof(Deadline.NegotiationId));
        foreach (var row in rows)
        {
            SetOwner(owner, row, negotiation);
            var writer = WriterOf(row.GetType());
            _waiting.Add((writer, writer.Read(row)));
        }
    }

    private static void SetOwner(System.Reflection.PropertyInfo? owner, object row, int negotiation)
    {
        if (owner is not null && row is not DueMoment)
        {
            owner.SetValue(row, negotiation);
        }
    }

    private RowWriter WriterOf(Type kind)
    {
        if (!_writers.TryGetValue(kind, out var writer))
        {
            var given = new Dictionary<string, object?>(StringComparer.Ordinal) { [TalksDb.Import] = Name };
            writer = new RowWriter(db.Model.FindEntityType(kind)!, numbersItself: kind == typeof(Change) || kind == typeof(DueMoment), given);
            _writers.Add(kind, writer);
        }

        return writer;
    }

    private async Task WriteAsync(int count, CancellationToken token)
    {
        var slice = _waiting.GetRange(0, count);
        _waiting.RemoveRange(0, count);
        await using (var turn = await gate.BeginAsync(db, token))
        {
            // In their order: talks come before what belongs to them, wherever a slice ends.
            await db.InsertAsync(slice, token);
            await turn.CommitAsync(token);
        }

        await Task.Delay(Pause, token);
    }
}
