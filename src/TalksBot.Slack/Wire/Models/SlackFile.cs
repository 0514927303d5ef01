namespace TalksBot.Slack.Wire.Models;

/// <summary>A file at Slack (slack.md §4).</summary>
public sealed record SlackFile(string Id, string? Mimetype = null, string? Title = null, string? Permalink = null)
{
    /// <summary>Slack has looked through it; until then a block that shows it is refused.</summary>
    public bool IsReady => !string.IsNullOrEmpty(Mimetype);
}
