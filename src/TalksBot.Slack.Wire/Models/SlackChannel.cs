namespace TalksBot.Slack.Wire.Models;

/// <summary>A channel or direct message as the bot sees it (slack.md §2).</summary>
public sealed record SlackChannel(string Id, string? Name = null)
{
    public bool IsPrivate { get; init; }

    public bool IsArchived { get; init; }

    /// <summary>The bot is in it.</summary>
    public bool IsMember { get; init; }

    /// <summary>A direct message with one person.</summary>
    public bool IsIm { get; init; }

    public bool IsMpim { get; init; }

    public bool IsReadOnly { get; init; }

    public bool IsThreadOnly { get; init; }

    public int? NumMembers { get; init; }
}

/// <summary>Some of a list; a page may be shorter than asked for and not be the last (slack.md §2).</summary>
/// <param name="NextCursor">What to ask with for the next page, null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);
