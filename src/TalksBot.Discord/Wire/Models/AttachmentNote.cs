namespace TalksBot.Discord.Wire.Models;

/// <summary>Names an attachment inside the JSON: a kept one by its id, a new one by its part's number (discord.md §3.2).</summary>
internal sealed record AttachmentNote(Snowflake Id, string? Filename = null, string? Description = null)
{
    public static IReadOnlyList<AttachmentNote>? For(IReadOnlyList<Snowflake>? keep, IReadOnlyList<FileUpload> files)
    {
        if (keep is null && files.Count == 0)
        {
            return null;
        }

        var kept = (keep ?? []).Select(id => new AttachmentNote(id));
        var added = files.Select((file, n) => new AttachmentNote(new((ulong)n), file.Filename, file.Description));
        return [.. kept, .. added];
    }
}
