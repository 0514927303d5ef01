using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Agenda;
using TalksBot.Features.Outbox;
using TalksBot.Features.Transactions;
using TalksBot.Storage;

namespace TalksBot.Features.Agenda;

/// <summary>Claims one batch of due moments: the moments and their deliveries in one transaction. A second claimer finds nothing.</summary>
internal sealed class AgendaProcessor(TalksDb db, UnitOfWork work, DeliveryQueue queue, AgendaPlanner agenda, FollowSlices slices)
{
    /// <summary>The most moments one transaction takes.</summary>
    public const int BatchSize = 500;

    /// <summary>Claims a batch.</summary>
    /// <returns>True where more may be due.</returns>
    public async Task<bool> RunAsync(IDueMomentHandler claim, Instant now, CancellationToken token)
    {
        var began = Stopwatch.GetTimestamp();
        using var claiming = AgendaInstruments.Begin(claim.Kind);
        if (claim is IPrepare prepare && await Due(claim.Kind, now).AsNoTracking().ToListAsync(token) is { Count: > 0 } coming)
        {
            await prepare.PrepareAsync(coming, token);
        }

        await using var turn = await work.BeginAsync(token);
        var due = await Due(claim.Kind, now).AsNoTracking().ToListAsync(token);
        if (due.Count == 0)
        {
            return false;
        }

        var isFull = due.Count == BatchSize;
        due.AddRange(await RestOfSubjectsAsync(due, now, token));
        var told = await ClaimAsync(claim, due, now, token);
        await turn.CommitAsync(token);
        AgendaInstruments.Claimed(told, now, Stopwatch.GetElapsedTime(began));
        return isFull || told.Count < due.Count || slices.IsUnfinished;
    }

    /// <summary>Tells what is due, marks it as told and plans what follows from it, in the transaction of the caller.</summary>
    /// <returns>What was told: where thousands follow, not all at once.</returns>
    public async Task<IReadOnlyList<DueMoment>> ClaimAsync(IDueMomentHandler claim, IReadOnlyList<DueMoment> due, Instant now, CancellationToken token)
    {
        var told = await TellAsync(claim, due, now, token);
        await slices.ToldAsync(told, token);
        await agenda.ReplanAsync(token);
        return told;
    }

    /// <summary>When the kind's next open moment is due; null when there is none.</summary>
    public async Task<Instant?> NextAsync(MomentKind kind, CancellationToken token)
    {
        var next = await db.Moments
            .Where(moment => moment.Kind == kind && moment.State == MomentState.Open && db.Negotiations.Any(talks => talks.Id == moment.NegotiationId))
            .OrderBy(moment => moment.Due)
            .Select(moment => (Instant?)moment.Due)
            .FirstOrDefaultAsync(token);
        return next;
    }

    private async Task<IReadOnlyList<DueMoment>> TellAsync(IDueMomentHandler claim, IReadOnlyList<DueMoment> due, Instant now, CancellationToken token)
    {
        var told = claim.TellsFollows ? await slices.ReadAsync(due, token) : due;
        await claim.HandleAsync(told, now, token);
        await queue.DropKnownAsync(token);
        return told;
    }

    /// <summary>Talks that are just being imported are not among those there are, and their moments wait with them.</summary>
    private IQueryable<DueMoment> Due(MomentKind kind, Instant now) => db.Moments
        .Where(moment => moment.Kind == kind && moment.State == MomentState.Open && moment.Due <= now && db.Negotiations.Any(talks => talks.Id == moment.NegotiationId))
        .OrderBy(moment => moment.Due)
        .Take(BatchSize);

    /// <summary>After downtime all alerts of one subject must become visible to the sender together, so that it can tell the stale ones.</summary>
    private async Task<IReadOnlyList<DueMoment>> RestOfSubjectsAsync(List<DueMoment> due, Instant now, CancellationToken token)
    {
        if (due.Count < BatchSize)
        {
            return [];
        }

        var kind = due[0].Kind;
        var subjects = due.Select(moment => moment.SubjectId).Distinct().ToList();
        var taken = due.Select(moment => moment.Id).ToHashSet();
        var all = await db.Moments
            .Where(moment => subjects.Contains(moment.SubjectId) && moment.Kind == kind
                && moment.State == MomentState.Open && moment.Due <= now)
            .AsNoTracking()
            .ToListAsync(token);
        return [.. all.Where(moment => !taken.Contains(moment.Id))];
    }
}
