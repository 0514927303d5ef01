using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace TalksBot.Storage.Opening;

/// <summary>Where the record is kept.</summary>
public sealed class StorageOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "TalksBot:Storage";

    /// <summary>The database system; only <c>Sqlite</c> so far.</summary>
    public string Provider { get; set; } = "Sqlite";

    /// <summary>The database system's own connection string; for SQLite it names the file.</summary>
    public string ConnectionString { get; set; } = "Data Source=data/talksbot.db";
}

/// <summary>Refuses settings under which nothing could be kept.</summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        if (!string.Equals(options.Provider, "Sqlite", StringComparison.OrdinalIgnoreCase))
        {
            return ValidateOptionsResult.Fail(
                $"{StorageOptions.Section}:Provider is \"{options.Provider}\"; set it to Sqlite, the one this version knows.");
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
