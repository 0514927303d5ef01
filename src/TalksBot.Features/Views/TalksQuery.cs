using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Negotiations;
using TalksBot.Storage;

namespace TalksBot.Features.Views;

/// <summary>Reads talks, their deadlines and their sessions for programs.</summary>
public sealed class TalksQuery
{
    private static readonly TalksStatus[] Ended = [TalksStatus.Agreed, TalksStatus.Collapsed, TalksStatus.Closed];

    private readonly TalksDb _db;

    /// <summary>Reads with this.</summary>
    internal TalksQuery(TalksDb db) => _db = db;

    /// <summary>Talks, those that were opened last first.</summary>
    /// <param name="only">The row of the talks that may be read; null for all.</param>
    /// <param name="isOpen">True for those that have not ended, false for those that have; null for both.</param>
    /// <param name="ask">How many, and from where on.</param>
    public async Task<Slice<TalksView>> ListAsync(int? only, bool? isOpen, SliceAsk ask, CancellationToken token)
    {
        var wanted = Of(only);
        wanted = isOpen is { } open ? wanted.Where(talks => Ended.Contains(talks.Status) != open) : wanted;
        wanted = ask.From is { Major: var before } ? wanted.Where(talks => talks.Id < before) : wanted;
        var rows = await wanted.OrderByDescending(talks => talks.Id).Take(ask.Limit + 1)
            .Include(talks => talks.Deadlines).Include(talks => talks.Points.OrderBy(point => point.Number)).AsSplitQuery().AsNoTracking().ToListAsync(token);
        return Slice<TalksView>.Of(rows, ask.Limit, TalksView.Of, talks => new Cursor(talks.Id));
    }

    /// <summary>The talks with this slug; null where there are none, or none that may be read.</summary>
    public async Task<TalksView?> OneAsync(int? only, string slug, CancellationToken token) =>
        await FindAsync(only, slug, talks => talks.Include(known => known.Deadlines).Include(known => known.Points.OrderBy(point => point.Number)), token) is { } talks ? TalksView.Of(talks) : null;

    /// <summary>Their deadlines, by number; null where there are no such talks.</summary>
    public async Task<Slice<DeadlineView>?> DeadlinesAsync(int? only, string slug, CancellationToken token) =>
        await FindAsync(only, slug, talks => talks.Include(known => known.Deadlines.OrderBy(deadline => deadline.Number)), token) is { } talks
            ? new([.. talks.Deadlines.Select(deadline => DeadlineView.Of(talks, deadline))], Next: null)
            : null;

    /// <summary>Their sessions, by number; null where there are no such talks.</summary>
    public async Task<Slice<SessionView>?> SessionsAsync(int? only, string slug, CancellationToken token) =>
        await FindAsync(only, slug, talks => talks.Include(known => known.Sessions.OrderBy(session => session.Number)), token) is { } talks
            ? new([.. talks.Sessions.Select(session => SessionView.Of(talks, session))], Next: null)
            : null;

    private Task<Negotiation?> FindAsync(int? only, string slug, Func<IQueryable<Negotiation>, IQueryable<Negotiation>> with, CancellationToken token) =>
        with(Of(only).Where(talks => talks.Slug == slug)).AsSplitQuery().AsNoTracking().SingleOrDefaultAsync(token);

    private IQueryable<Negotiation> Of(int? only) => only is null ? _db.Negotiations : _db.Negotiations.Where(talks => talks.Id == only);
}
