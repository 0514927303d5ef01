namespace TalksBot.Slack.Wire.Api;

/// <summary>Which messages to ask for.</summary>
public sealed record HistoryRange
{
    /// <summary>Only after this moment, in Slack's notation <c>1700000000.000000</c>: Unix seconds.</summary>
    public string? Oldest { get; init; }

    /// <summary>Only before this moment, in the same notation.</summary>
    public string? Latest { get; init; }

    /// <summary>Includes messages exactly at the ends.</summary>
    public bool Inclusive { get; init; }

    /// <summary>1–999.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>From the page before.</summary>
    public string? Cursor { get; init; }

    /// <summary>Brings what messages carry unseen; Slack would tell its kind alone (slack.md §3).</summary>
    public bool WithMetadata { get; init; }
}
