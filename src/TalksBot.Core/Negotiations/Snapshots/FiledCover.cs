using TalksBot.Core.Text;

namespace TalksBot.Core.Negotiations.Snapshots;

/// <summary>Who covers a deadline or session, as filed.</summary>
public sealed record FiledCover
{
    /// <summary>Their name, as it is shown.</summary>
    [Words(UserText.LineLimit)]
    public required string Who { get; init; }

    /// <summary>How they are notified, in a platform's own words; null where they are not.</summary>
    [Words(UserText.LineLimit)]
    public string? Ping { get; init; }

    /// <summary>The connection on which those words mean them; null where they are not notified.</summary>
    [Words(UserText.LineLimit)]
    public string? Connection { get; init; }

    internal static FiledCover? From(Coverage? cover) => cover is null ? null : new() { Who = cover.Who, Ping = cover.Ping, Connection = cover.Connection };

    internal Coverage Restore() => new(Who) { Ping = Ping, Connection = Connection };
}
