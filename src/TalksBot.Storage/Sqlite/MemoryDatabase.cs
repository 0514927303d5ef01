using Microsoft.EntityFrameworkCore;

namespace TalksBot.Storage.Sqlite;

/// <summary>An empty database in memory, which goes with its context.</summary>
internal static class MemoryDatabase
{
    /// <summary>Makes one with all of its tables.</summary>
    public static async Task<TalksDb> OpenAsync(CancellationToken token)
    {
        var db = new SqliteTalksDb(new DbContextOptionsBuilder<SqliteTalksDb>().UseSqlite(new GuardedConnection("Data Source=:memory:;Pooling=False"), contextOwnsConnection: true).Options);
        await db.Database.OpenConnectionAsync(token);
        await SqliteDatabase.MakeTablesAsync(db, token);
        return db;
    }

    /// <summary>Has the database library do on one what it does once in the life of a process.</summary>
    public static async Task WarmUpAsync()
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
    }
}
