using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using TalksBot.Storage.Opening;

namespace TalksBot.Storage.Sqlite;

/// <summary>The connection string of an SQLite file.</summary>
internal sealed class SqliteConnectionText : IValidateOptions<StorageOptions>
{
    /// <summary>
    /// As it is used. A lock is waited for by SQLite itself, so the driver must have given up when SQLite does: a second round would double
    /// the wait. The file is made before the first connection, for its owner alone; a connection that made a new one in the place of
    /// one that was deleted would find no tables in it.
    /// </summary>
    public static string Of(StorageOptions options) =>
        new SqliteConnectionStringBuilder(options.ConnectionString) { DefaultTimeout = 4, Mode = SqliteOpenMode.ReadWrite }.ToString();

    /// <summary>Refuses one that names no file.</summary>
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        if (!options.IsSqlite)
        {
            return ValidateOptionsResult.Skip;
        }

        try
        {
            var file = new SqliteConnectionStringBuilder(options.ConnectionString).DataSource;
            return file.Length > 0 && file != ":memory:"
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(
                    $"{StorageOptions.Section}:ConnectionString names no file; write for example \"Data Source=data/talksbot.db\".");
        }
        catch (ArgumentException fault)
        {
            return ValidateOptionsResult.Fail($"{StorageOptions.Section}:ConnectionString cannot be read: {fault.Message}");
        }
    }
}
