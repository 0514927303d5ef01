using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace TalksBot.Storage.Opening;

/// <summary>Where the record is kept.</summary>
public sealed class StorageOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "TalksBot:Storage";

    /// <summary>The database system: <c>Sqlite</c>, one file and one worker, or <c>PostgreSQL</c>, which several workers share.</summary>
    public string Provider { get; set; } = "Sqlite";

    /// <summary>The database system's own connection string; for SQLite it names the file.</summary>
    public string ConnectionString { get; set; } = "Data Source=data/talksbot.db";

    /// <summary>The folder of what this node keeps for itself, where the database is no file.</summary>
    public string Folder { get; set; } = "data";

    /// <summary>How long a database server that does not answer is waited for at the start, such as <c>60s</c>.</summary>
    public string WaitFor { get; set => field = value ?? ""; } = "60s";

    /// <summary><see cref="WaitFor"/>, read; null where it cannot be.</summary>
    internal TimeSpan? WaitsFor => WaitFor.EndsWith('s') && int.TryParse(WaitFor.AsSpan()[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LongestSeconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>How long a database server that does not answer is waited for at the start.</summary>
    internal TimeSpan Patience => WaitsFor ?? TimeSpan.Zero;

    /// <summary>True where the database is on a PostgreSQL server.</summary>
    public bool IsPostgres => Provider.Equals(Postgres, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where the database is an SQLite file.</summary>
    public bool IsSqlite => Provider.Equals(Sqlite, StringComparison.OrdinalIgnoreCase);

    /// <summary>What is configured, whether or not it is right.</summary>
    public static StorageOptions Of(IConfiguration settings) => new() { Provider = settings[$"{Section}:{nameof(Provider)}"] ?? Sqlite };

    /// <summary>As <see cref="Provider"/> names SQLite.</summary>
    public const string Sqlite = "Sqlite";

    /// <summary>As <see cref="Provider"/> names PostgreSQL.</summary>
    public const string Postgres = "PostgreSQL";

    private const int LongestSeconds = 3_600;

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
        if (!options.IsSqlite && !options.IsPostgres)
        {
            return ValidateOptionsResult.Fail(
                $"{StorageOptions.Section}:Provider is \"{options.Provider}\"; set it to {StorageOptions.Sqlite} or {StorageOptions.Postgres}.");
        }

        if (options.WaitsFor is null)
        {
            return ValidateOptionsResult.Fail($"{StorageOptions.Section}:WaitFor is \"{options.WaitFor}\"; write how many seconds, such as 60s, at most an hour.");
        }

        if (!options.Keep.Equals(StorageOptions.ForEver, StringComparison.OrdinalIgnoreCase) && !(options.KeptFor >= ShortestKept))
        {
            return ValidateOptionsResult.Fail(
                $"{StorageOptions.Section}:Keep is \"{options.Keep}\"; write how many days, such as 400d, at least {ShortestKept.TotalDays:0}d, or {StorageOptions.ForEver}.");
        }

        return ValidateOptionsResult.Success;
    }
}
