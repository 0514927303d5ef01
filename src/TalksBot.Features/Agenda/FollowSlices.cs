using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Agenda;
using TalksBot.Storage;

namespace TalksBot.Features.Agenda;

/// <summary>
/// Whom due moments tell: all who follow their talks; of talks that many thousands follow, whose telling in one transaction would hold up everybody
/// else, one slice after the other. How far it came is kept with the moment, so that any node goes on from there.
/// </summary>
internal sealed class FollowSlices(TalksDb db, SliceSize size)
{
    private readonly Dictionary<int, int> _further = [];

    /// <summary>True where more of the talks' follows are to be told afterwards.</summary>
    public bool IsUnfinished => _further.Count > 0;

    /// <summary>Reads the follows to be told now.</summary>
    /// <param name="due">Due moments.</param>
    /// <returns>The moments that tell them, oldest first; the others of the same talks come after.</returns>
    public async Task<IReadOnlyList<DueMoment>> ReadAsync(IReadOnlyList<DueMoment> due, CancellationToken token)
    {
        var (ids, most) = (due.Select(moment => moment.NegotiationId).Distinct().ToList(), size.Follows);
        var wide = await db.Follows.Where(follow => ids.Contains(follow.NegotiationId))
            .GroupBy(follow => follow.NegotiationId).Where(all => all.Count() > most).Select(all => all.Key).ToListAsync(token);
        var usual = ids.Except(wide).ToList();
        await db.Follows.Where(follow => usual.Contains(follow.NegotiationId)).OrderBy(follow => follow.Id).LoadAsync(token);
        if (wide.Count == 0)
        {
            return due;
        }

        var now = due.Where(moment => usual.Contains(moment.NegotiationId)).ToList();
        foreach (var id in wide)
        {
            now.AddRange(await SliceAsync(id, [.. due.Where(moment => moment.NegotiationId == id)], token));
        }

        return [.. now.OrderBy(moment => moment.Due)];
    }

    /// <summary>Writes down what was told.</summary>
    /// <param name="told">The moments that were to be told now.</param>
    public async Task ToldAsync(IReadOnlyList<DueMoment> told, CancellationToken token)
    {
        foreach (var (id, last) in _further)
        {
            var begun = told.Where(moment => moment.NegotiationId == id).Select(moment => moment.Id).ToList();
            await db.Moments.Where(moment => begun.Contains(moment.Id)).ExecuteUpdateAsync(row => row.SetProperty(moment => moment.ToldTo, last), token);
        }

        var done = told.Where(moment => !_further.ContainsKey(moment.NegotiationId)).Select(moment => moment.Id).ToList();
        await db.Moments.Where(moment => done.Contains(moment.Id)).ExecuteUpdateAsync(row => row.SetProperty(moment => moment.State, MomentState.Claimed), token);
    }

    /// <summary>What was begun is told to the end before anything else of the talks.</summary>
    private async Task<IEnumerable<DueMoment>> SliceAsync(int id, IReadOnlyList<DueMoment> due, CancellationToken token)
    {
        var from = due.Max(moment => moment.ToldTo);
        var slice = await db.Follows.Where(follow => follow.NegotiationId == id && follow.Id > from).OrderBy(follow => follow.Id).Take(size.Follows).ToListAsync(token);
        if (slice.Count == size.Follows)
        {
            _further.Add(id, slice[^1].Id);
        }

        return due.Where(moment => moment.ToldTo == from);
    }
}

/// <summary>How many follows are told in one transaction.</summary>
/// <param name="Follows">The number: some hundred milliseconds, in which nobody else writes.</param>
internal sealed record SliceSize(int Follows)
{
    /// <summary>What a desk uses.</summary>
    public static readonly SliceSize Usual = new(5_000);
}
