using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Negotiations;
using TalksBot.Storage;

namespace TalksBot.Features.Views;

/// <summary>Reads what was said for programs: only what everybody may see.</summary>
public sealed class UpdatesQuery
{
    private readonly TalksDb _db;
    private readonly RecordParts _parts;

    /// <summary>Reads with these.</summary>
    internal UpdatesQuery(TalksDb db, RecordParts parts) => (_db, _parts) = (db, parts);

    /// <summary>The updates that stand, those heard last first; null where there are no such talks.</summary>
    /// <param name="only">The row of the talks that may be read; null for all.</param>
    /// <param name="slug">The talks.</param>
    /// <param name="ask">How many, and from where on.</param>
    public async Task<Slice<UpdateView>?> ListAsync(int? only, string slug, SliceAsk ask, CancellationToken token)
    {
        if (await FindAsync(only, slug, token) is not { } talks)
        {
            return null;
        }

        var shown = _db.Set<Update>().Where(update => update.NegotiationId == talks.Id && update.Standing == UpdateStanding.Public);
        if (ask.From is { } from)
        {
            var (heard, number) = (Instant.FromUnixTimeTicks(from.Major), (int)from.Minor);
            shown = shown.Where(update => update.HeardAt <= heard && (update.HeardAt < heard || update.Number < number));
        }

        var rows = await shown.OrderByDescending(update => update.HeardAt).ThenByDescending(update => update.Number).Take(ask.Limit + 1)
            .Select(update => new { update.Id, update.HeardAt, update.Number }).ToListAsync(token);
        var page = rows.Take(ask.Limit).ToList();
        await _parts.RowsAsync(talks, [.. page.Select(row => row.Id)], token);
        return Slice<UpdateView>.Of(
            rows,
            ask.Limit,
            row => UpdateView.Of(talks, talks.Updates.First(update => update.Id == row.Id)),
            row => new Cursor(row.HeardAt.ToUnixTimeTicks(), row.Number));
    }

    /// <summary>One that everybody may see, or could see until it was killed; null for any other, and where there is none.</summary>
    public async Task<UpdateView?> OneAsync(int? only, string slug, int number, CancellationToken token)
    {
        if (await FindAsync(only, slug, token) is not { } talks)
        {
            return null;
        }

        await _parts.UpdatesAsync(talks, [number], token);
        return talks.Updates.FirstOrDefault(update => update.Number == number) is { CameOut: true } found ? UpdateView.Of(talks, found) : null;
    }

    /// <summary>True where there is an update with this number, whoever may see it.</summary>
    public Task<bool> ExistsAsync(int? only, string slug, int number, CancellationToken token) =>
        _db.Negotiations.AnyAsync(talks => talks.Slug == slug && (only == null || talks.Id == only) && talks.Updates.Any(update => update.Number == number), token);

    /// <summary>True where there are such talks.</summary>
    public Task<bool> ExistAsync(int? only, string slug, CancellationToken token) =>
        _db.Negotiations.AnyAsync(talks => talks.Slug == slug && (only == null || talks.Id == only), token);

    private Task<Negotiation?> FindAsync(int? only, string slug, CancellationToken token) =>
        _db.Negotiations.SingleOrDefaultAsync(talks => talks.Slug == slug && (only == null || talks.Id == only), token);
}
