using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TalksBot.Storage.Sqlite;

namespace TalksBot.Storage.Opening;

/// <summary>
/// Has a scope work on a database in which whoever writes keeps nobody waiting, for what is rolled back anyway. On a server that is the desk's own;
/// a file has one writer, so there it is an empty one in memory.
/// </summary>
public sealed class ScratchDatabase(IOptions<StorageOptions> options)
{
    /// <summary>What the scope works on; null for the desk's database.</summary>
    internal TalksDb? Context { get; private set; }

    /// <summary>
    /// Begins to have the database library do what it does once in the life of a process, on another thread than that which goes on with the start.
    /// </summary>
    public static void WarmUp() => _ = Task.Run(async () =>
    {
        try
        {
            await using var db = await OpenAsync(CancellationToken.None);
            await db.RecallAsync(Fact.TimeZoneData, CancellationToken.None);
            await db.GivenRoles.AsNoTracking().ToListAsync();
            await db.Negotiations.CountAsync();
        }
#pragma warning disable CA1031 // What is amiss is found and told by whoever opens the desk's own database.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    });

    /// <summary>To be called before anything of the scope asks for the database.</summary>
    public async Task UseAsync(CancellationToken token) => Context = options.Value.IsSqlite ? await OpenAsync(token) : null;

    private static async Task<SqliteTalksDb> OpenAsync(CancellationToken token)
    {
        var db = new SqliteTalksDb(new DbContextOptionsBuilder<SqliteTalksDb>().UseSqlite(new GuardedConnection("Data Source=:memory:;Pooling=False"), contextOwnsConnection: true).Options);
        await db.Database.OpenConnectionAsync(token);
        await SqliteDatabase.MakeTablesAsync(db, token);
        return db;
    }
}
