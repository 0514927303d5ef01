using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Archive;
using TalksBot.Storage;

namespace TalksBot.Features.Archive;

/// <summary>Writes negotiations as a file, every change kept.</summary>
internal sealed class WriteArchive(TalksDb db)
{
    /// <summary>The file's text; null when no talks have that slug.</summary>
    /// <param name="slug">Which talks; null for all of them.</param>
    public async Task<string?> RunAsync(string? slug, CancellationToken token)
    {
        var talks = await db.Negotiations.Where(known => slug == null || known.Slug == slug).OrderBy(known => known.Id).Whole().ToListAsync(token);
        return talks.Count == 0 && slug is not null ? null : TalksFile.Write(talks);
    }
}
