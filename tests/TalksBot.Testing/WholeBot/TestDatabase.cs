using Microsoft.Data.Sqlite;
using TalksBot.Storage.Opening;

namespace TalksBot.Testing.WholeBot;

/// <summary>A SQLite file in a folder of its own that goes when the test goes.</summary>
public sealed class TestDatabase : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("talksbot-test-");

    /// <summary>The folder, for what stands beside the database.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The file.</summary>
    public string File => Path.Combine(_folder.FullName, "talksbot.db");

    /// <summary>The configuration that names it.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Settings =>
        [new($"{StorageOptions.Section}:ConnectionString", new SqliteConnectionStringBuilder { DataSource = File }.ToString())];

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(Folder))
        {
            _folder.Delete(recursive: true);
        }
    }
}
