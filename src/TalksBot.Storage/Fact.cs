namespace TalksBot.Storage;

/// <summary>Something the database remembers about itself, such as the time-zone data its agenda was planned with.</summary>
public sealed class Fact
{
    /// <summary>The name of the version of the time-zone data.</summary>
    public const string TimeZoneData = "time-zone-data";

    /// <summary>The name of the installation's own id, which makes the names of its calendar events its own.</summary>
    public const string Installation = "installation";

    /// <summary>The name of the form in which changes say what they made of things; missing where an older version kept words.</summary>
    public const string ChangeForm = "change-form";

    /// <summary>The name of the moment at which this copy of a database was made, in ticks since 1970; missing where it is no copy.</summary>
    public const string CopiedAt = "copied-at";

    /// <summary>The name of the moment at which this database was restored from a copy, in ticks since 1970; missing where it never was.</summary>
    public const string RestoredAt = "restored-at";

    /// <summary>The name of the moment at which the last good copy was put into the folder of copies, in ticks since 1970.</summary>
    public const string BackedUpAt = "backed-up-at";

    /// <summary>The name of how many receipts went, as JSON, so that the totals stay true.</summary>
    public const string ForgottenReceipts = "forgotten-receipts";

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its value.</summary>
    public required string Value { get; set; }
}
