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

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its value.</summary>
    public required string Value { get; set; }
}
