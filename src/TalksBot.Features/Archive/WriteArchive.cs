using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Archive;
using TalksBot.Core.Chronicles;
using TalksBot.Core.Chronicles.Export;
using TalksBot.Core.Negotiations;
using TalksBot.Storage;

namespace TalksBot.Features.Archive;

/// <summary>Writes negotiations as a file, without what may not be shown.</summary>
internal sealed class WriteArchive(TalksDb db, IClock clock)
{
    /// <summary>The file's text; null when no talks have that slug.</summary>
    /// <param name="slug">Which talks; null for all of them.</param>
    /// <param name="format">Its form.</param>
    public async Task<string?> RunAsync(string? slug, ExportFormat format, CancellationToken token)
    {
        var talks = await db.Negotiations.Where(known => slug == null || known.Slug == slug).OrderBy(known => known.Id).Whole().ToListAsync(token);
        return talks.Count == 0 && slug is not null ? null : Write(talks, format);
    }

    private string Write(IReadOnlyList<Negotiation> talks, ExportFormat format)
    {
        if (format == ExportFormat.Json)
        {
            return TalksFile.Write(talks);
        }

        var now = clock.GetCurrentInstant();
        var chronologies = talks.Select(known => Chronology.Of(known, now));
        return format.Word switch
        {
            "md" => MarkdownChronology.Write(chronologies),
            "csv" => CsvChronology.Write(chronologies),
            "ics" => CalendarChronology.Write(chronologies),
            _ => throw new UnreachableException(),
        };
    }
}
