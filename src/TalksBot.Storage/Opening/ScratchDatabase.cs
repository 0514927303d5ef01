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

    /// <summary>To be called before anything of the scope asks for the database.</summary>
    public async Task UseAsync(CancellationToken token)
    {
        if (options.Value.IsSqlite)
        {
            var db = new SqliteTalksDb(new DbContextOptionsBuilder<SqliteTalksDb>().UseSqlite(new GuardedConnection("Data Source=:memory:;Pooling=False"), contextOwnsConnection: true).Options);
            Context = db;
            await db.Database.OpenConnectionAsync(token);
            await SqliteDatabase.MakeTablesAsync(db, token);
        }
    }
}
