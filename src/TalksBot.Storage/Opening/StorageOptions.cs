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
