namespace TalksBot.Slack.Wire.Models;

/// <summary>Some of a list; a page may be shorter than asked for and not be the last (slack.md §2).</summary>
/// <param name="NextCursor">What to ask with for the next page, null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);
