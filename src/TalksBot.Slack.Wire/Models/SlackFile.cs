namespace TalksBot.Slack.Wire.Models;

/// <summary>A file at Slack (slack.md §4).</summary>
public sealed record SlackFile(string Id, string? Mimetype = null, string? Title = null, string? Permalink = null)
{
    /// <summary>Slack has looked through it; until then a block that shows it is refused.</summary>
    public bool IsReady => !string.IsNullOrEmpty(Mimetype);
}

/// <summary>A file to upload: not empty, with words of at most 1000 characters for those who cannot see it.</summary>
public sealed record FileUpload(string Filename, ReadOnlyMemory<byte> Bytes, string AltText, string? Title = null);

/// <summary>A file at Slack by its id, or by its address, one of the two (slack.md §4).</summary>
public sealed record SlackFileLink(string? Id = null, string? Url = null);
