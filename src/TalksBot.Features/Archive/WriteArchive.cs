using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Archive;
using TalksBot.Core.Chronicles;
using TalksBot.Core.Chronicles.Export;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;
using TalksBot.Storage;
using TalksBot.Storage.Writing;

namespace TalksBot.Features.Archive;

/// <summary>Writes negotiations as a file, without what may not be shown; nobody who writes to the record waits for it.</summary>
internal sealed class WriteArchive(TalksDb db, Installation installation, IClock clock)
{
    /// <summary>The file's text; null when no talks have that slug.</summary>
    /// <param name="slug">Which talks; null for all of them.</param>
    /// <param name="format">Its form.</param>
    public async Task<string?> RunAsync(string? slug, ExportFormat format, CancellationToken token)
    {
        using var file = new MemoryStream();
        return await RunAsync(slug, format, file, token) ? Encoding.UTF8.GetString(file.GetBuffer().AsSpan(0, (int)file.Length)) : null;
    }

    /// <summary>The same into a stream, however large it becomes.</summary>
    /// <returns>False when no talks have that slug.</returns>
    public async Task<bool> RunAsync(string? slug, ExportFormat format, Stream output, CancellationToken token)
    {
        // Drawn the first time it is asked for, which is a write of its own.
        var owner = format == ExportFormat.Calendar ? await installation.IdAsync(token) : "";

        // What is read in several steps belongs to one moment.
        await using var moment = await ReadTransaction.BeginAsync(db, token);
        var ids = await db.Negotiations.Where(known => slug == null || known.Slug == slug).OrderBy(known => known.Id).Select(known => known.Id).ToListAsync(token);
        if (ids.Count == 0 && slug is not null)
        {
            return false;
        }

        await (format == ExportFormat.Json ? WriteJsonAsync(ids, output, token) : WriteChronologyAsync(ids, (format, owner), output, token));
        return true;
    }

    private async Task WriteJsonAsync(IReadOnlyList<int> ids, Stream output, CancellationToken token)
    {
        using var writer = new TalksWriter(output);
        foreach (var id in ids)
        {
            var head = await HeadAsync(id, token);
            var shown = (await Shown(id).Select(update => update.Number).ToListAsync(token)).ToHashSet();
            var unseen = await (await HoldingAsync(id, Changes(id).Where(change => change.Verb == ChangeVerb.Set && EF.Functions.Like(change.Subject, "#%")), token)).ToListAsync(token);
            await writer.WriteAsync(head, shown, Shown(id).AsAsyncEnumerable(), (new UnseenWords(unseen), await HoldingAsync(id, Changes(id), token)), token);
        }

        await writer.EndAsync(token);
    }

    private async Task WriteChronologyAsync(IReadOnlyList<int> ids, (ExportFormat Format, string Owner) asked, Stream output, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        var chronologies = new List<Chronology>();
        foreach (var id in ids)
        {
            var talks = await HeadAsync(id, token);
            talks.Recall(await ShownOrKilled(id).ToListAsync(token), await Changes(id).ToListAsync(token));
            chronologies.Add(Chronology.Of(talks, now));
        }

        var text = asked.Format.Word switch
        {
            "md" => MarkdownChronology.Write(chronologies),
            "csv" => CsvChronology.Write(chronologies),
            "ics" => CalendarChronology.Write(chronologies, asked.Owner),
            _ => throw new UnreachableException(),
        };
        await output.WriteAsync(Encoding.UTF8.GetBytes(text), token);
    }

    private Task<Negotiation> HeadAsync(int id, CancellationToken token) => db.Negotiations.AsNoTracking()
        .Include(talks => talks.Deadlines.OrderBy(deadline => deadline.Number))
        .Include(talks => talks.Sessions.OrderBy(session => session.Number))
        .Include(talks => talks.Points.OrderBy(point => point.Number))
        .Include(talks => talks.Follows.OrderBy(follow => follow.Id))
        .AsSplitQuery()
        .SingleAsync(talks => talks.Id == id, token);

    private IQueryable<Update> Shown(int id) => db.Set<Update>().AsNoTracking()
        .Where(update => update.NegotiationId == id && update.Standing == UpdateStanding.Public)
        .OrderBy(update => update.Number);

    /// <summary>Of what was killed a chronology says that it was, and nothing more.</summary>
    private IQueryable<Update> ShownOrKilled(int id) => db.Set<Update>().AsNoTracking()
        .Where(update => update.NegotiationId == id && (update.Standing == UpdateStanding.Public || update.Standing == UpdateStanding.Killed))
        .OrderBy(update => update.Number);

    private IQueryable<Change> Changes(int id) => db.Changes.AsNoTracking().Where(change => change.NegotiationId == id).OrderBy(change => change.Id);

    /// <summary>Those of some changes that nobody has taken back, without those of what is gone by it.</summary>
    private async Task<IAsyncEnumerable<Change>> HoldingAsync(int id, IQueryable<Change> some, CancellationToken token)
    {
        var undone = (await Changes(id).Where(change => change.Undoes != "").Select(change => change.Undoes).ToListAsync(token)).ToHashSet();
        var added = await Changes(id)
            .Where(change => change.Verb == ChangeVerb.Added && undone.Contains(change.Act))
            .Select(change => change.Subject)
            .ToListAsync(token);
        var following = (await db.Follows.Where(follow => follow.NegotiationId == id).Select(follow => follow.Channel).ToListAsync(token)).ConvertAll(channel => channel.ToString());
        var gone = added.Except(following).ToHashSet();
        return some.AsAsyncEnumerable()
            .Where(change => change.Undoes.Length == 0 && !gone.Contains(change.Subject) && (change.Act.Length == 0 || !undone.Contains(change.Act)));
    }
}
