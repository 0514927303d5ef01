using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Agenda;
using TalksBot.Features.Agenda;
using TalksBot.Features.Outbox;
using TalksBot.Storage;

namespace TalksBot.Features.Follows;

/// <summary>Tells channels whose quiet hours end what was kept back.</summary>
internal sealed class QuietEndHandler(TalksDb db, Bundles bundles) : IDueMomentHandler
{
    /// <inheritdoc/>
    public MomentKind Kind => MomentKind.QuietEnd;

    /// <inheritdoc/>
    public async Task HandleAsync(IReadOnlyList<DueMoment> due, Instant now, CancellationToken token)
    {
        var ids = due.Select(moment => moment.NegotiationId).Distinct().ToList();
        var talks = await db.Negotiations
            .Where(negotiation => ids.Contains(negotiation.Id))
            .Include(negotiation => negotiation.Deadlines)
            .Include(negotiation => negotiation.Sessions)
            .Include(negotiation => negotiation.Follows)
            .AsSplitQuery()
            .ToListAsync(token);
        foreach (var owner in talks)
        {
            var follows = due.Where(moment => moment.NegotiationId == owner.Id).Select(moment => moment.SubjectId).ToHashSet();
            await bundles.EndedAsync(owner, follows, now, token);
        }
    }
}
