using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace TalksBot.Storage.Opening;

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
