using System.Globalization;
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

    /// <summary>How long receipts, claimed moments and what talks that are closed left behind are kept, such as <c>400d</c>; <c>none</c> keeps them for ever.</summary>
    public string Keep { get; set => field = value ?? ""; } = "400d";

    /// <summary><see cref="Keep"/>, read; null where everything is kept for ever.</summary>
    public Duration? KeptFor => Keep.EndsWith('d') && int.TryParse(Keep.AsSpan()[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= LongestDays ? Duration.FromDays(days) : null;

    /// <summary>What <see cref="Keep"/> says where everything is kept for ever.</summary>
    internal const string ForEver = "none";

    /// <summary>A hundred years, in days.</summary>
    private const int LongestDays = 36_525;
}

/// <summary>Refuses settings under which nothing could be kept.</summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    /// <summary>What happened within a month somebody may still take back or look up.</summary>
    private static readonly Duration ShortestKept = Duration.FromDays(30);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        if (!string.Equals(options.Provider, "Sqlite", StringComparison.OrdinalIgnoreCase))
        {
            return ValidateOptionsResult.Fail(
                $"{StorageOptions.Section}:Provider is \"{options.Provider}\"; set it to Sqlite, the one this version knows.");
        }

        if (!options.Keep.Equals(StorageOptions.ForEver, StringComparison.OrdinalIgnoreCase) && !(options.KeptFor >= ShortestKept))
        {
            return ValidateOptionsResult.Fail(
                $"{StorageOptions.Section}:Keep is \"{options.Keep}\"; write how many days, such as 400d, at least {ShortestKept.TotalDays:0}d, or {StorageOptions.ForEver}.");
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
