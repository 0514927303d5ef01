using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TalksBot.Storage.Opening;
using TalksBot.Storage.Sqlite;

namespace TalksBot.Storage.Backups;

/// <summary>A database that is made ready before it takes its name.</summary>
internal sealed class StagedDatabase : IDisposable, IDbContextFactory<SqliteTalksDb>
{
    private readonly SqliteConnectionInterceptor _interceptor;
    private readonly DbContextOptions<SqliteTalksDb> _options;

    /// <summary>Opens nothing yet.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="refusal">The sentence for a file that cannot be used.</param>
    public StagedDatabase(string file, Func<FileFault, string, string> refusal)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, DefaultTimeout = 4 }.ToString();
        _interceptor = new SqliteConnectionInterceptor(connection);
        _options = new DbContextOptionsBuilder<SqliteTalksDb>().UseSqlite(connection).AddInterceptors(_interceptor).Options;
        Opening = new SqliteDatabase(this, _options, file, new NothingBeforeUpgrade(), refusal);
    }

    /// <summary>What makes it ready.</summary>
    public OpenDatabase Opening { get; }

    /// <summary>A context of it.</summary>
    public SqliteTalksDb CreateDbContext() => new(_options);

    /// <summary>Closes every connection to it.</summary>
    public void Dispose()
    {
        Opening.Dispose();
        _interceptor.Dispose();
    }
}
