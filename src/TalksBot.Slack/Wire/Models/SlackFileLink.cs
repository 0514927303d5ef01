namespace TalksBot.Slack.Wire.Models;

/// <summary>A file at Slack by its id, or by its address, one of the two (slack.md §4).</summary>
public sealed record SlackFileLink(string? Id = null, string? Url = null);
